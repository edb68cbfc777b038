# Each target makes the environment it needs. PYTHON names the interpreter, VENV the folder of the tests' environment.
PYTHON ?= python3
VENV ?= .venv-test
DEMO_VENV ?= .venv-demo
DOCS_VENV ?= .venv-docs
SPHINX ?= $(DOCS_VENV)/bin/python -m sphinx
export PYTHON

.PHONY: help demo test docs site bench clean

help:
	@echo "make demo   lint the project in examples/ and show what is found"
	@echo "make test   run everything that has to pass"
	@echo "make docs   build the documentation in build/docs; a link that leads nowhere fails"
	@echo "make bench  measure the plugin beside its peers, and write benchmarks/README.md (an hour)"
	@echo "make clean  remove the environments and what the tools left"

demo:
	@.ci/environment $(DEMO_VENV) .
	@$(DEMO_VENV)/bin/python -m flake8 --version
	@cd examples && $(abspath $(DEMO_VENV))/bin/python -m flake8 --isolated --select=PS --exit-zero .

test:
	@.ci/environment $(VENV) '.[test]'
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/flake8 --select=PS .
	$(VENV)/bin/pytest --cov --cov-report=term

docs:
	@.ci/environment $(DOCS_VENV) '.[docs]'
	@$(MAKE) --no-print-directory site

# With a Sphinx that is there already.
site:
	$(SPHINX) -c docs -W --keep-going -E -q -b html . build/docs
	@echo "build/docs/index.html"

bench:
	$(PYTHON) benchmarks/run.py

clean:
	rm -rf .venv-bench $(VENV) $(DEMO_VENV) $(DOCS_VENV) .nox build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache *.egg-info
