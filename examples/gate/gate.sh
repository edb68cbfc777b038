#!/bin/sh
# Runs all steps in the project's own environment, from the project's top folder. Every step runs, so that one run
# shows everything; the exit status is 1 if any of them has failed.
set -u

status=0

step() {
    printf '\n== %s\n' "$1"
    shift
    "$@" || status=1
}

# Names first: what is installed by mistake has run before anything else could look at it.
step "names of dependencies" python -m flake8_pysafe deps

step "code" python -m flake8

step "code, with Bandit" python -m bandit --quiet --recursive --exclude ./.venv,./tests .

# The guide's Ochrona is no longer developed, nor is its database; pip-audit has its place.
rm -f audit.json
step "known vulnerabilities" python -m pip_audit --progress-spinner=off --format=json --output=audit.json
step "known vulnerabilities, where they are imported" \
    python -m flake8 --select=PS501,PS901 --pysafe-audit-report=audit.json

rm -f licences.json
step "licences" python -m piplicenses --format=json --with-system --output-file=licences.json
step "licences, where they are imported" \
    python -m flake8 --select=PS502,PS901 --pysafe-licence-report=licences.json --pysafe-licence-deny='GPL-*, AGPL-*'

# Whichever lock file there is: does it still belong to what the project asks for?
if [ -f Pipfile ]; then step "lock file of Pipenv" pipenv verify; fi
if [ -f poetry.lock ]; then step "lock file of Poetry" poetry check --lock; fi
if [ -f uv.lock ]; then step "lock file of uv" uv lock --check; fi

exit "$status"
