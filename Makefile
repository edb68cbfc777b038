# Each target makes the environment it needs. PYTHON names the interpreter, VENV the folder of the tests' environment.
PYTHON ?= python3
VENV ?= .venv-test
DEMO_VENV ?= .venv-demo
export PYTHON

.PHONY: help demo test clean

help:
	@echo "make demo   lint the project in examples/ and show what is found"
	@echo "make test   run everything that has to pass"
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

clean:
	rm -rf $(VENV) $(DEMO_VENV) build .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache *.egg-info
