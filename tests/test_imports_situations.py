"""Imports in small projects of many layouts: a marked line is reported with its code, every other one is silent."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest

from test_imports_sites import found, write

PROJECT = '[project]\nname = "depot"\nversion = "1"\n'

# name: the linted file, what lies around it, its text
SITUATIONS: dict[str, tuple[str, dict[str, str], str]] = {
    "pdm groups": (
        "src/depot/main.py",
        {
            "pyproject.toml": PROJECT + 'dependencies = ["arrow"]\n[tool.pdm.dev-dependencies]\n'
            'lint = ["quartzlint-core"]\n[tool.pdm.build]\npackage-dir = "src"\n',
            "src/depot/__init__.py": "",
            "src/depot/stock.py": "",
        },
        """
        import arrow
        import quartzlint_core
        from depot.stock import level
        from depot.stok import level  # PS301
        import arow  # PS301
        import palletizer_grid  # PS302
        """,
    ),
    "hatch environments": (
        "tests/test_levels.py",
        {
            "pyproject.toml": PROJECT + '[tool.hatch.envs.test]\ndependencies = ["glimmer-fixtures", "pytest"]\n',
            "depot/__init__.py": "",
            "tests/helpers.py": "",
        },
        """
        import pytest
        import glimmer_fixtures
        from helpers import crate
        import depot
        import dept  # PS301
        import glimmer_fixture  # PS301
        import sextant_bridge  # PS302
        """,
    ),
    "pixi": (
        "scripts/tides.py",
        {
            "pixi.toml": '[project]\nname = "tides"\n[dependencies]\npython = ">=3.11"\nxarray = "*"\n'
            '[pypi-dependencies]\nharbour-gauge = "*"\n',
        },
        """
        import xarray
        import harbour_gauge
        import numpy as np
        import harbor_gauge  # PS301
        import xaray  # PS301
        import buoylogger  # PS302
        """,
    ),
    "flit": (
        "depot.py",
        {
            "pyproject.toml": '[build-system]\nrequires = ["flit_core >=3"]\n[tool.flit.metadata]\nmodule = "depot"\n'
            'requires = ["crateform >=2"]\n'
        },
        """
        import crateform
        import depot
        import carteform  # PS301
        import weighbridge_io  # PS302
        """,
    ),
    "setup.cfg with a mapped folder": (
        "lib/depot/api.py",
        {
            "setup.cfg": "[metadata]\nname = depot\n[options]\npackage_dir =\n    = lib\npackages = find:\n"
            "install_requires =\n    requests\n    ferrymap>=1; python_version > '3'\n[options.packages.find]\n"
            "where = lib\n",
            "setup.py": "from setuptools import setup\nsetup()\n",
            "lib/depot/__init__.py": "",
            "lib/depot/rates/__init__.py": "",
            "lib/depot/rates/sea.py": "",
        },
        """
        from depot.rates import sea
        from depot.rates import air  # PS302
        from depot.rates.see import tariff  # PS301
        import ferrymap, requests
        import ferymap  # PS301
        """,
    ),
    "Pipenv with an editable neighbour": (
        "bot/run.py",
        {
            "Pipfile": '[packages]\naiogram = "*"\nledgerling = {path = "./libs/ledgerling", editable = true}\n'
            '[dev-packages]\nfreezegun = "*"\n',
            "libs/ledgerling/setup.py": "from setuptools import setup\nsetup(name='ledgerling')\n",
            "libs/ledgerling/ledgerling/__init__.py": "",
            "libs/ledgerling/ledgerling/entries.py": "",
            "bot/commands.py": "",
        },
        """
        import aiogram
        import freezegun
        from ledgerling import entries
        from ledgerling.entires import Entry  # PS301
        import commands
        import comands  # PS301
        import aigram  # PS301
        """,
    ),
    "a lock file alone": (
        "app.py",
        {"uv.lock": 'version = 1\n[[package]]\nname = "opalstore"\nversion = "1"\n[[package]]\nname = "httpx"\n'},
        """
        import opalstore
        import httpx
        import opalstroe  # PS301
        import htpx  # PS301
        import zircon_queue  # PS302
        """,
    ),
    "requirements in a folder, with constraints": (
        "manage_jobs.py",
        {
            "requirements/base.in": "sqlalchemy\n-c constraints.txt\n",
            "requirements/constraints.txt": "murmurhash-lite==1.0\n",
            "requirements/dev.txt": "-r base.in\npytest-cov ; python_version < '4'\ntidewatch @ https://example.org/t.zip\n",
        },
        """
        import sqlalchemy.orm
        import pytest_cov
        import tidewatch
        import murmurhash_lite
        import sqlalchmey  # PS301
        import tidewach  # PS301
        """,
    ),
    "tox only": (
        "tests/test_x.py",
        {"tox.ini": "[testenv]\ndeps =\n    pytest\n    lanternfish[full]>=2\ncommands = pytest\n", "x.py": ""},
        """
        import pytest
        import lanternfish.reef
        import x
        import lanternfsh  # PS301
        import moorings_api  # PS302
        """,
    ),
    "nox sessions": (
        "docs/conf.py",
        {
            "noxfile.py": "import nox\n@nox.session\ndef docs(session):\n"
            "    session.install('sphinx', 'basalt-theme')\n",
            "pyproject.toml": PROJECT,
        },
        """
        import basalt_theme
        import sphinx
        import basalt_them  # PS301
        import shpinx  # PS301
        """,
    ),
    "a service whose image has its own folder": (
        "services/billing/app/main.py",
        {
            ".git/HEAD": "",
            "services/billing/requirements.txt": "fastapi\nuvicorn\n",
            "services/billing/app/__init__.py": "",
            "services/billing/app/routers/__init__.py": "",
            "services/billing/app/routers/invoices.py": "",
            "services/mail/requirements.txt": "jinja2\n",
            "services/mail/app/__init__.py": "",
        },
        """
        from app.routers import invoices
        from app.routers import invioces  # PS301
        from app.routers import refunds  # PS302
        from .routers.invoices import router
        from .routes.invoices import router  # PS301
        import fastpi  # PS301
        """,
    ),
    "functions with a layer": (
        "functions/resize/handler.py",
        {
            "template.yaml": "Resources: {}\n",
            ".git/HEAD": "",
            "layers/common/python/imaging_kit/__init__.py": "",
            "functions/resize/requirements.txt": "pillow\n",
            "functions/resize/sizes.py": "",
        },
        """
        import boto3
        from PIL import Image
        from imaging_kit import crop
        import sizes
        import bot3  # PS301
        import imagescaler_fast  # PS302
        """,
    ),
    "chalice": (
        "app.py",
        {
            "requirements.txt": "chalice\n",
            "chalicelib/__init__.py": "",
            "chalicelib/db.py": "",
            ".chalice/config.json": "",
        },
        """
        from chalice import Chalice
        from chalicelib import db
        from chalicelib.bd import table  # PS302
        from chalicelib import cache  # PS302
        import chlaice  # PS301
        """,
    ),
    "workflows with plugins beside them": (
        "dags/nightly.py",
        {
            "requirements.txt": "apache-airflow\n",
            "plugins/hooks/vault_hook.py": "",
            "dags/shared/__init__.py": "",
            "dags/shared/paths.py": "",
        },
        """
        from airflow import DAG
        from shared import paths
        from shared.pahts import RAW  # PS301
        import airfow  # PS301
        import dagcraft_tools  # PS302
        """,
    ),
    "a crawler": (
        "crawler/crawler/spiders/quotes.py",
        {
            "crawler/scrapy.cfg": "[settings]\ndefault = crawler.settings\n",
            "crawler/crawler/__init__.py": "",
            "crawler/crawler/items.py": "",
            "crawler/crawler/spiders/__init__.py": "",
            "requirements.txt": "Scrapy\n",
        },
        """
        import scrapy
        from crawler.items import Quote
        from crawler.itmes import Quote  # PS301
        from ..items import Quote
        from ..pipes import Clean  # PS302
        import scarpy  # PS301
        """,
    ),
    "a backend below the root": (
        "backend/shop/views.py",
        {
            "package.json": "{}",
            ".git/HEAD": "",
            "backend/manage.py": "",
            "backend/requirements.txt": "Django\ndjango-velvet-auth\n",
            "backend/shop/__init__.py": "",
            "backend/shop/models.py": "",
            "backend/config/__init__.py": "",
            "backend/config/settings.py": "",
        },
        """
        from django.db import models
        from config import settings
        from config import setings  # PS301
        import velvet_auth
        from shop.models import Order
        from shop.signals import paid  # PS302
        import velvet_atuh  # PS301
        """,
    ),
    "generated by a build": (
        "python/geo/core.py",
        {
            "pyproject.toml": '[build-system]\nrequires = ["meson-python"]\n[project]\nname = "geo"\n',
            "meson.build": "project('geo')\n",
            "python/geo/__init__.py": "",
            "python/geo/meson.build": "configure_file(input: 'version.in', output: '_version.py')\n",
            "python/geo/_speed.pyx": "",
            "python/geo/shapes.proto": "",
        },
        """
        from geo import _speed, shapes_pb2, _version
        from geo._version import version
        from . import _speeds  # PS301
        from geo import _index  # PS302
        """,
    ),
    "an extension in Rust": (
        "python/ropes/__init__.py",
        {
            "pyproject.toml": '[build-system]\nrequires = ["maturin"]\n[project]\nname = "ropes"\n'
            '[tool.maturin]\nmodule-name = "ropes._ropes"\npython-source = "python"\n',
            "Cargo.toml": '[package]\nname = "ropes"\n',
            "python/ropes/text.py": "",
        },
        """
        from ropes._ropes import Rope
        from .text import wrap
        from .txet import wrap  # PS301
        """,
    ),
    "version written by a tool": (
        "src/depot/__init__.py",
        {
            "pyproject.toml": PROJECT + '[build-system]\nrequires = ["hatchling", "hatch-vcs"]\n'
            '[tool.hatch.build.hooks.vcs]\nversion-file = "src/depot/_about.py"\n',
            "src/depot/levels.py": "",
        },
        """
        from depot._about import version
        from .levels import low
        from .lvels import low  # PS301
        from ._abuot import version  # PS302
        """,
    ),
    "user interfaces and grammars": (
        "viewer/window.py",
        {
            "viewer/__init__.py": "",
            "viewer/main.ui": "",
            "viewer/icons.qrc": "",
            "viewer/Query.g4": "",
            "setup.py": "from setuptools import setup\nsetup(name='viewer', install_requires=['PyQt5'])\n",
        },
        """
        from PyQt5 import QtWidgets
        from viewer.ui_main import Ui_Main
        from viewer import icons_rc
        from .QueryLexer import QueryLexer
        from viewer.ui_settings import Ui  # PS302
        import PyQt55  # PS301
        """,
    ),
    "an ansible collection": (
        "plugins/modules/vault.py",
        {"galaxy.yml": "namespace: acme\nname: tools\n", "plugins/module_utils/client.py": "", ".git/HEAD": ""},
        """
        from ansible.module_utils.basic import AnsibleModule
        from ansible_collections.acme.tools.plugins.module_utils.client import Client
        from ..module_utils.client import Client
        import ansibel  # PS301
        """,
    ),
    "a documentation extension": (
        "docs/conf.py",
        {"pyproject.toml": PROJECT, "docs/_ext/badges.py": "", "docs/requirements.txt": "furo\nsphinx-lagoon\n"},
        """
        import os
        import sys
        sys.path.append(os.path.abspath("_ext"))
        import badges
        import furo
        import sphinx_lagoon
        import bagdes  # PS301
        import sphinx_lagon  # PS301
        """,
    ),
    "folders that a file names and puts on the path": (
        "tests/test_parts.py",
        {
            "pyproject.toml": PROJECT,
            "depot.py": "",
            "tests/spaces/first/parent/child/one.py": "",
            "tests/spaces/second/parent/child/two.py": "",
            "tests/spaces/third/uncle/child/three.py": "",
        },
        """
        import os, sys, unittest

        class Parts(unittest.TestCase):
            root = os.path.join(os.path.dirname(__file__), "spaces")
            paths = ["first", "second"]

            def setUp(self):
                sys.path[:] = [os.path.join(self.root, path) for path in self.paths]

            def test_parts(self):
                import parent
                import parent.child.one
                import parent.child.two
                from parent.child import one
                import parent.made_later
                import uncle.child.three  # PS302
        """,
    ),
    "a path made with pathlib": (
        "tools/report/make.py",
        {"pyproject.toml": PROJECT, "vendor_src/inkwell/__init__.py": "", "vendor_src/inkwell/pens.py": ""},
        """
        import sys
        from pathlib import Path
        ROOT = Path(__file__).resolve().parents[2]
        sys.path.insert(0, str(ROOT / "vendor_src"))
        from inkwell import pens
        from inkwell import quills  # PS302
        """,
    ),
    "plugins of a test run": (
        "tests/unit/test_rates.py",
        {
            "pyproject.toml": PROJECT + '[tool.pytest.ini_options]\npythonpath = ["src", "tests/support"]\n',
            "src/rates.py": "",
            "tests/support/builders.py": "",
            "tests/conftest.py": "import pytest\n@pytest.fixture\ndef plug(tmp_path):\n"
            "    (tmp_path / 'pluggable_mod.py').touch()\n",
        },
        """
        import rates
        import builders
        import pluggable_mod
        import bulders  # PS301
        import stowaway_kit  # PS302
        """,
    ),
    "input of tests": (
        "tests/data/broken/sample.py",
        {"pyproject.toml": PROJECT, "tests/test_parser.py": ""},
        """
        import something_made_up
        from nowhere import nothing
        import numpy
        """,
    ),
    "optional parts": (
        "depot/backends.py",
        {"pyproject.toml": PROJECT, "depot/__init__.py": ""},
        """
        import importlib.util
        try:
            import cuboid_db
        except ImportError:
            cuboid_db = None
        if cuboid_db is not None:
            from cuboid_db.cursor import Cursor
        if importlib.util.find_spec("prism_db"):
            import prism_db
        if debugging:
            import quasar_db  # PS302
        import importlib.utils  # PS301
        """,
    ),
    "a function that gives up": (
        "depot/plot.py",
        {"pyproject.toml": PROJECT, "depot/__init__.py": ""},
        """
        import contextlib
        from importlib.util import find_spec

        def plot():
            if find_spec("gnomon_plot") is None:
                return None
            import gnomon_plot
            return gnomon_plot

        with contextlib.suppress(ModuleNotFoundError):
            import sundial_plot
        import contextlb  # PS301
        """,
    ),
    "tests that are skipped": (
        "tests/test_cloud.py",
        {"pyproject.toml": PROJECT, "depot.py": ""},
        """
        import pytest
        nimbus = pytest.importorskip("nimbus_sdk")
        from nimbus_sdk.blobs import Blob
        pytest.importorskip("bto3")  # PS301
        import unittets  # PS301
        """,
    ),
    "names in strings": (
        "depot/load.py",
        {
            "pyproject.toml": PROJECT,
            "depot/__init__.py": "",
            "depot/drivers/__init__.py": "",
            "depot/drivers/csv.py": "",
        },
        """
        import importlib
        importlib.import_module("depot.drivers.csv")
        importlib.import_module("depot.drivers.xls")  # PS302
        importlib.import_module(".drivers.cvs", package="depot")  # PS301
        importlib.import_module(".drivers.csv", __package__)
        importlib.import_module(f"depot.drivers.{name}")
        __import__("collectoins")  # PS301
        loader = importlib.util.find_spec("granite_driver").loader  # PS302
        """,
    ),
    "a library for old and new Pythons": (
        "compat.py",
        {"pyproject.toml": PROJECT + 'requires-python = ">=3.12"\n'},
        """
        import sys
        if sys.version_info >= (3, 11):
            import tomllib
        else:
            import tomli
        import imp  # PS302
        import distutils.util  # PS302
        import asyncore  # PS302
        import zoneinfo
        import telnetlib
        """,
    ),
    "modules that left long ago": (
        "old.py",
        {"setup.py": "from setuptools import setup\nsetup(name='old', python_requires='>=3.8')\n"},
        """
        import parser  # PS302
        import formatter  # PS302
        import symbol  # PS302
        import cPickle  # PS302
        import urlparse  # PS302
        import Queue  # PS302
        import cgi
        """,
    ),
    "below the standard library": (
        "x.py",
        {"pyproject.toml": PROJECT},
        """
        import os.pth  # PS301
        from urllib import prase  # PS301
        import xml.etre.ElementTree  # PS301
        from concurrent import furtures  # PS301
        from email.mime.txt import MIMEText  # PS301
        import logging.handlers, importlib.metadata, unittest.mock, multiprocessing.pool
        from email.mime import text, multipart
        import json.tools  # PS301
        """,
    ),
    "letters that look alike": (
        "x.py",
        {"pyproject.toml": PROJECT + 'dependencies = ["opaline"]\n', "levels.py": ""},
        """
        import \u0440andas  # PS301
        import \u03bfs  # PS301
        import op\u0430line  # PS301
        import l\u0435vels  # PS301
        import \uff53\uff59\uff53
        try:
            import y\u0430ml  # PS301
        except ImportError:
            pass
        """,
    ),
    "declared and misspelled": (
        "x.py",
        {"requirements.txt": "djanga\nrequestss\nbeautifulsop4\nopaline-forms\npytest-opaline\n"},
        """
        import requestss  # PS301
        import opaline_forms
        import pytest_opaline
        import beautifulsop4  # PS303
        """,
    ),
    "other names of distributions": (
        "x.py",
        {"pyproject.toml": PROJECT + 'dependencies = ["PyYAML", "scikit-learn", "python-dateutil"]\n'},
        """
        import yaml, sklearn, dateutil
        import pyyaml  # PS302
        import python_dateutil  # PS302
        import scikit_learn  # PS302
        import attr, bs4, cv2
        """,
    ),
    "a namespace over two folders": (
        "packages/acme-audit/src/acme/audit/log.py",
        {
            "pyproject.toml": '[tool.uv.workspace]\nmembers = ["packages/*"]\n',
            "packages/acme-audit/pyproject.toml": '[project]\nname = "acme-audit"\ndependencies = ["acme-core"]\n',
            "packages/acme-audit/src/acme/audit/__init__.py": "",
            "packages/acme-core/pyproject.toml": '[project]\nname = "acme-core"\n',
            "packages/acme-core/src/acme/core/__init__.py": "",
            "packages/acme-core/src/acme/core/clock.py": "",
        },
        """
        from acme.core import clock
        from acme.core import clcok  # PS301
        from acme.audit import log
        from acme.audit import trail  # PS302
        """,
    ),
    "a one-file script beside a project": (
        "bin/sync.py",
        {"pyproject.toml": PROJECT + 'dependencies = ["opaline"]\n', "bin/paths.py": ""},
        """
        # /// script
        # requires-python = ">=3.13"
        # dependencies = ["rich>=13", "kelp-client"]
        # ///
        import rich
        import kelp_client
        import paths
        import opaline  # PS302
        import kelp_cleint  # PS301
        import crypt  # PS302
        """,
    ),
    "a template of a project": (
        "hooks/post_gen_project.py",
        {
            "cookiecutter.json": "{}",
            "{{cookiecutter.name}}/pyproject.toml": "[project\nname = {{ x }}",
            "setup.py": "from setuptools import setup\nsetup(name='template')\n",
        },
        """
        import os
        import shutil
        import shutli  # PS301
        import scaffolder_x  # PS302
        """,
    ),
    "vendored copies": (
        "depot/_vendor/rope_lite/api.py",
        {
            "pyproject.toml": PROJECT,
            "depot/__init__.py": "",
            "depot/_vendor/__init__.py": "",
            "depot/_vendor/rope_lite/__init__.py": "",
        },
        """
        from depot._vendor.rope_lite import knots
        from . import api
        from .knots import bowline
        """,
    ),
    "types only": (
        "depot/types.py",
        {"pyproject.toml": PROJECT + 'dependencies = ["types-requests"]\n', "depot/__init__.py": ""},
        """
        from typing import TYPE_CHECKING
        if TYPE_CHECKING:
            from _typeshed import StrPath
            from obsidian_stubs import Vault
        from typng import Any  # PS301
        """,
    ),
    "an old script": (
        "contrib/mail.py",
        {"pyproject.toml": PROJECT},
        """\
        #!/usr/bin/env python2
        import urllib2
        import ConfigParser
        import smtplb  # PS301
        """,
    ),
    "modules of a host": (
        "addons/mesh_tools/__init__.py",
        {".git/HEAD": ""},
        """
        import bpy
        import bmesh
        from mathutils import Vector
        from . import operators  # silent: any name may be bound further down
        import mathutlis  # PS302
        """,
    ),
    "case and delimiters": (
        "x.py",
        {"environment.yml": "dependencies:\n  - python=3.11\n  - pytorch\n  - pip:\n    - Cobalt_Tools\n"},
        """
        import torch
        import cobalt_tools
        import Numpy  # PS301
        import Torch  # PS301
        import pytorch  # PS302
        import mat_plot_lib  # PS301
        """,
    ),
    "parts of one family": (
        "master/buildwright/web.py",
        {
            "master/setup.py": "from setuptools import setup\n"
            "setup(name='buildwright', extras_require={'www': ['buildwright-www', 'buildwright-shell-utilities']})\n",
            "master/buildwright/__init__.py": "",
        },
        """
        import buildwright
        import bwrightshellutils
        import buidwright  # PS301
        """,
    ),
    "tests beside src, without a project file": (
        "tests/test_rates.py",
        {"src/depot/__init__.py": "", "src/depot/rates.py": "", "tests/conftest.py": "", "tests/tools.py": ""},
        """
        import conftest
        import tools
        from tests.tools import clock
        from depot.rates import sea
        from depot.ports import quay  # silent: parts of the project may be out of sight
        import depo  # PS301
        import weighbridge_io  # PS302
        """,
    ),
    "scripts beside a package, without a project file": (
        "jobs/nightly.py",
        {"depot/__init__.py": "", "jobs/weekly.py": ""},
        """
        import depot
        import weekly
        import jobs.weekly
        import jobs.yearly
        import weighbridge_io  # PS302
        """,
    ),
    "one file of a package": (
        "depot/rates.py",
        {},
        """
        import depot
        from depot import ports
        from depot.ports import quay
        import weighbridge_io  # PS302
        """,
    ),
    "one file of a namespace": (
        "corp/depot/rates.py",
        {"corp/depot/__init__.py": ""},
        """
        from corp.ports import quay
        from depot.ports import quay
        from . import ports
        from .ports import quay
        """,
    ),
    "some files of a package": (
        "depot/rates.py",
        {"depot/__init__.py": "", "depot/tariff.py": ""},
        """
        import depot.ports
        from depot import tariff, ports
        from . import tariff, ports
        from .ports import quay
        from .tarif import sea  # PS301
        """,
    ),
    "some files and the linter's configuration": (
        "depot/rates.py",
        {
            "depot/__init__.py": "",
            "setup.cfg": "[flake8]\nselect = PS\n[flake8:local-plugins]\n",
            "tox.ini": "# ours\n[flake8]\nmax-line-length = 100\n",
            ".flake8": "[flake8]\n",
        },
        """
        import crateform
        from depot import ports
        from .ports import quay
        """,
    ),
    "the linter's configuration among others": (
        "depot/rates.py",
        {"depot/__init__.py": "", "tox.ini": "[flake8]\nselect = PS\n[testenv]\n"},
        """
        import crateform  # PS302
        from depot import ports  # PS302
        from .ports import quay  # PS302
        """,
    ),
    "attributes of every module": (
        "depot/api.py",
        {"pyproject.toml": PROJECT, "depot/__init__.py": ""},
        """
        from depot import __doc__, __file__, __loader__, __name__, __package__, __path__, __spec__
        from depot import __version__  # silent: nobody calls a module so
        from . import __doc__ as text
        from . import _doc  # PS302
        """,
    ),
    "private names in a class": (
        "depot/api.py",
        {"pyproject.toml": PROJECT, "depot/__init__.py": ""},
        """
        class Api:
            import __crateform
            from . import __rates
            from __tariff import sea

            def __init__(self):
                import __crateform as crateform
                import __crateform.rates  # PS302

        import __crateform  # PS302
        """,
    ),
    "known for harm": (
        "x.py",
        {"pyproject.toml": PROJECT},
        """
        import colourama  # PS303
        import colorama
        """,
    ),
}


@pytest.mark.parametrize("name", SITUATIONS)
def test_imports_are_judged_by_what_is_around_them(tmp_path: Path, name: str) -> None:
    file, around, text = SITUATIONS[name]
    text = dedent(text)
    path = write(tmp_path / "checkout", {**around, file: text}) / file
    marked = [(number, mark[1]) for number, line in enumerate(text.split("\n"), 1)
              if (mark := re.search(r"# (PS\d+)$", line))]  # fmt: skip
    assert sorted((one.line, one.code) for one in found(text, path)) == marked
