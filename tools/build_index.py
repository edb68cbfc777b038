"""Rebuilds the facts about names under `flake8_pysafe/data` from a folder of CSV files.

    python tools/build_index.py FOLDER [--date 2026-04-01]

FOLDER holds, with the columns that `flake8_pysafe/data/README.md` names:
`top_pypi_packages.csv` (a newer download list can replace it), `import_to_distribution.csv`,
`stdlib_modules.csv`, `python2_modules.csv`, `identifier_confusables.csv`,
`malicious_pypi_names*.csv`, `typosquat_truth*.csv`, `module_names*.csv`, and
`longtail_legit*.csv`, which keeps honest names off the list of malicious ones. The files
written are sorted, so that a rebuild shows as a small difference.
"""

from __future__ import annotations

import argparse
import ast
import csv
import re
import sysconfig
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from packaging.utils import canonicalize_name

DATA = Path(__file__).resolve().parents[1] / "flake8_pysafe" / "data"
OLDEST, NEWEST = (3, 10), (3, 14)  # the Pythons whose standard library matters
MOST = 15_000  # ranks kept

# How often programs import a standard module decides how likely a slip of it is. Judged
# by hand, with the imports of fifteen well-known projects in view.
COMMON = """
    abc argparse array ast asyncio atexit base64 bisect builtins calendar cmath codecs collections concurrent
    configparser contextlib copy csv ctypes curses cProfile dataclasses datetime decimal difflib doctest email enum
    errno fnmatch fractions ftplib functools getpass gettext glob gzip hashlib heapq hmac html http importlib inspect
    io ipaddress itertools json keyword locale logging marshal math mimetypes mmap multiprocessing numbers operator
    optparse os pathlib pickle platform pprint queue random re resource sched secrets select selectors shlex shutil
    signal smtplib socket socketserver sqlite3 ssl stat statistics string struct subprocess sys tarfile telnetlib
    tempfile termios textwrap threading time timeit tkinter tokenize traceback types typing unicodedata unittest
    urllib uuid warnings wave weakref webbrowser xml zipfile zlib zoneinfo
""".split()
RARE = """
    __future__ __hello__ __main__ __mp_main__ __phello__ aifc antigravity asynchat asyncore binhex bdb cgitb chunk
    codeop crypt ensurepip formatter idlelib imghdr lib2to3 mailbox mailcap modulefinder msilib nis nntplib nt
    nturl2path opcode ossaudiodev pickletools pipes posix profile pyclbr pydoc_data pyexpat quopri rlcompleter sndhdr
    spwd sre_compile sre_constants sre_parse stringprep sunau symtable tabnanny this turtledemo uu winsound xdrlib
    xxlimited xxlimited_35 xxsubtype zipapp zipimport
""".split()
# First and last Python of modules that the list lacks: parts of packages, what Python tests
# itself with, and what has no file because another module puts it into `sys.modules`. Source
# of the latter two: CPython 3.6 to 3.13, in which each module was imported by itself.
MORE_STANDARD = {
    "_android_support": "3.13", "_colorize": "3.13", "_ios_support": "3.13", "_opcode_metadata": "3.13",
    "_pydatetime": "3.12", "_pylong": "3.12", "_pyrepl": "3.13", "_sha2": "3.12", "_suggestions": "3.13",
    "_sysconfig": "3.13", "_wmi": "3.12", "__phello__": "3.0", "annotationlib": "3.14", "compression": "3.14",
    "pathlib._abc": "3.13", "pathlib._local": "3.13", "string.templatelib": "3.14", "test": "3.0",
    "_ctypes_test": "3.6", "_testbuffer": "3.6", "_testcapi": "3.6", "_testclinic": "3.10",
    "_testclinic_limited": "3.13", "_testexternalinspection": "3.13", "_testimportmultiple": "3.6",
    "_testinternalcapi": "3.8", "_testlimitedcapi": "3.13", "_testmultiphase": "3.6", "_testsinglephase": "3.12",
    "_xxinterpchannels": "3.12-3.12", "_xxsubinterpreters": "3.8-3.12", "_xxtestfuzz": "3.7", "xxlimited_35": "3.10",
    "xxsubtype": "3.6",
    "__mp_main__": "3.6", "typing.io": "3.6-3.12", "typing.re": "3.6-3.12",
}  # fmt: skip
# Sources that, alone, were found to name an outdated module or one of several: what they
# say is taken beside the distribution's own name, not instead.
UNSURE = frozenset({"replit", "pipreqs"})
# Modules that were in the standard library and that a distribution brings back. Source:
# the README of each distribution; `standard-NAME` is a family that names its module.
BACKPORTS = {"setuptools": ("distutils",), "legacy-cgi": ("cgi", "cgitb"), "zombie-imp": ("imp",)}
# What the mapping lacks, read from the documentation of each project.
MORE_PROVIDED = {
    # The mapping has guesses for these; read off their wheels.
    "fastapi-cache2": "fastapi_cache",
    "faust-streaming": "faust",
    "flake8-pyproject": "flake8p",
    "llama-index-workflows": "workflows llama_agents",
    "apache-airflow-devel-common": "tests_common",
    "azure-sdk-tools": "devtools_testutils",
    "cupy-cuda11x": "cupy cupyx cupy_backends",
    "cupy-cuda12x": "cupy cupyx cupy_backends",
    "cupy-cuda13x": "cupy cupyx cupy_backends",
    "google-cloud-testutils": "test_utils",
    "matchpy": "matchpy",
    "mockupdb": "mockupdb",
    "mysql-python": "MySQLdb _mysql",
    "pygobject": "gi pygtkcompat gobject glib gio gtk pango pangocairo",
    "pygtk": "gtk gobject glade",
    "pyobjc-framework-applicationservices": "ApplicationServices HIServices PrintCore",
    "pyobjc-framework-avfoundation": "AVFoundation",
    "pyobjc-framework-cfnetwork": "CFNetwork",
    "pyobjc-framework-cocoa": "AppKit CoreFoundation Foundation Cocoa PyObjCTools",
    "pyobjc-framework-coreaudio": "CoreAudio",
    "pyobjc-framework-corelocation": "CoreLocation",
    "pyobjc-framework-coretext": "CoreText",
    "pyobjc-framework-libdispatch": "dispatch libdispatch",
    "pyobjc-framework-notificationcenter": "NotificationCenter",
    "pyobjc-framework-quartz": "Quartz",
    "pyobjc-framework-scriptingbridge": "ScriptingBridge",
    "pyobjc-framework-systemconfiguration": "SystemConfiguration",
    "pyobjc-framework-usernotifications": "UserNotifications",
    "pyobjc-framework-vision": "Vision",
    "pyobjc-framework-webkit": "WebKit JavaScriptCore",
    "pydy": "pydy",
    "pyside": "PySide",
    "pytest-shell-utilities": "pytestshellutils",
    "python-ntlm": "ntlm",
    "python-tools-scripts": "ptscripts",
    "pyrax": "pyrax",
    "pytorch": "torch",
    "pywin32-ctypes": "win32ctypes",
    "quixote": "quixote",
    "reclass": "reclass",
    "wxpython": "wx",
}
# One build for each version of CUDA, of one module.
CUDA = re.compile(r"(?!nvidia-)(.+?)-cu(?:da)?\d+x?")
# Two projects of one name in different case: the mapping knows the smaller one.
OWN_NAME_TOO = ("modal",)

# Programs that run Python themselves and bring modules of their own. Source: the scripting
# manual of each.
HOSTS = {
    "3dsmax": "MaxPlus pymxs",
    "arcgis": "arcpy arcpyproduction",
    "blender": "aud bge bgl bl_math bl_ui blf bmesh bpy_extras bpy_restrict_state freestyle gpu gpu_extras idprop "
    "imbuf mathutils nodeitems_utils rna_prop_ui",
    "calibre": "calibre calibre_plugins",
    "cinema4d": "c4d",
    "circuitpython": "adafruit_bus_device analogio audiobusio audiocore board busio digitalio displayio "
    "microcontroller neopixel_write pwmio supervisor",
    "colab": "google_colab",
    "databricks": "dbruntime",
    "debian": "apport apport_python_hook apt_inst apt_pkg aptdaemon debconf softwareproperties",
    "fedora": "dnf dnfpluginscore hawkey libdnf libdnf5 librepo yum",
    "freecad": "FreeCAD FreeCADGui Draft Part Mesh PartDesign Sketcher Path",
    "fusion360": "adsk",
    "gdb": "gdb",
    "gimp": "gimp gimpfu gimpenums gimpcolor",
    "glyphs": "GlyphsApp",
    "hexchat": "hexchat xchat",
    "houdini": "hou hdefereval toolutils pdg",
    "ida": "idaapi idautils idc ida_bytes ida_funcs ida_hexrays ida_kernwin ida_name ida_nalt ida_segment ida_typeinf",
    "inkscape": "inkex simplestyle simpletransform",
    "ironpython": "System clr Microsoft IronPython",
    "jython": "java javax org com jarray",
    "kodi": "xbmc xbmcaddon xbmcgui xbmcplugin xbmcvfs",
    "krita": "krita",
    "libreoffice": "uno unohelper officehelper",
    "lldb": "lldb lldbsuite",
    "maya": "maya pymel mtoa",
    "micropython": "machine network uasyncio ubinascii ucollections uctypes uerrno uhashlib uio ujson uos urandom ure "
    "urequests uselect usocket ustruct usys utime uzlib micropython esp esp32 neopixel rp2 pyb umqtt framebuf "
    "microbit bluetooth btree",
    "motionbuilder": "pyfbsdk",
    "nuke": "nuke nukescripts hiero",
    "pyodide": "js pyodide pyodide_js pyscript micropip",
    "qgis": "qgis processing",
    "renpy": "renpy",
    "rhino": "Rhino rhinoscriptsyntax scriptcontext ghpythonlib",
    "root": "ROOT cppyy_backend libROOTPythonizations",
    "sublime": "sublime sublime_plugin sublime_api",
    "substance": "sd substance_painter",
    "talon": "talon",
    "unreal": "unreal",
    "uwsgi": "uwsgi uwsgidecorators mod_wsgi",
    "vim": "vim neovim",
    "volatility": "volatility",
    "weechat": "weechat",
    "sage": "sage",
    "samba": "ldb samba",
    "xapian": "xapian",
    "znc": "znc",
}
# What people take for the name of a module, with the module.
ALIASES = {
    "beautifulsoup": "bs4",
    "opencv": "cv2",
    "request": "requests",
    "scikitlearn": "sklearn",
}

Rows = list[dict[str, str]]


def rows(path: Path) -> Rows:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def write(name: str, lines: Iterable[str]) -> None:
    text = "".join(f"{line}\n" for line in lines)
    (DATA / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{name}: {text.count(chr(10))} lines, {len(text.encode()) / 1000:.0f} KB")


# --- the standard library --------------------------------------------------------------------


def binds_nothing(package: Path) -> bool:
    """Tell whether a package's own file holds no name but its modules."""
    try:
        tree = ast.parse((package / "__init__.py").read_text(encoding="utf-8"))
    except (OSError, SyntaxError):
        return False
    return all(
        isinstance(node, ast.Expr) or (isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__")
        for node in tree.body
    )


def version(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split("."))


def standard_lines(listed: Rows) -> Iterator[str]:
    """One line a module: name, first version, last version, tier and whether its own file binds nothing."""
    library = Path(sysconfig.get_paths()["stdlib"])
    modules = {row["module"]: (row["since"], row["last_version"]) for row in listed}
    for name, versions in MORE_STANDARD.items():
        since, _, last = versions.partition("-")
        modules[name] = (since, last)
    for name, (since, last) in sorted(modules.items()):
        top = name.partition(".")[0]
        first = since if since and version(since) > OLDEST else "-"
        final = last if last and version(last) < NEWEST else "-"
        tier = "common" if top in COMMON and final == "-" else "rare" if top in RARE or final != "-" else "ordinary"
        bare = "bare" if binds_nothing(library / name.replace(".", "/")) else "-"
        yield f"{name} {first} {final} {tier} {bare}"


# --- distributions and what they provide -----------------------------------------------------


def provided(mapping: Rows) -> dict[str, dict[str, str]]:
    """Return, for each distribution, its import names with the confidence in each; stubs provide nothing."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in mapping:
        if row["kind"] != "stub":
            found[row["distribution"]][row["import_name"]] = row["confidence"]
            if row["sources"] in UNSURE:
                found[row["distribution"]][row["distribution"].replace("-", "_")] = "guess"
    for distribution, brought in BACKPORTS.items():
        found[distribution] |= dict.fromkeys(brought, "high")
    for distribution, more in MORE_PROVIDED.items():
        found[distribution] = dict.fromkeys(more.split(), "high")
    for distribution, provides in found.items():
        if (build := CUDA.fullmatch(distribution)) and set(provides.values()) == {"guess"}:
            found[distribution] = {build[1].replace("-", "_"): "rule"}
    for distribution in OWN_NAME_TOO:
        found[distribution][distribution] = "high"
    return found


def ranked(top: Rows, modules: Mapping[str, object]) -> list[str]:
    """Return the names by downloads, then the rest by name."""
    names = [row["name"] for row in sorted(top, key=lambda row: int(row["rank"]))[:MOST]]
    return names + sorted(set(modules) - set(names))


def distribution_lines(names: Iterable[str], modules: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """One line a distribution, the most downloaded first.

    A name alone provides the module of that name; `?` behind it: so it is guessed; `=`
    behind it: the file of modules says what it provides.
    """
    for name in names:
        provides = modules.get(name, {})
        if set(provides) - {name.replace("-", "_")}:
            yield f"{name}="
        elif not provides or set(provides.values()) == {"guess"}:
            yield f"{name}?"
        else:
            yield name


def module_lines(names: Iterable[str], modules: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    for name in names:
        provides = modules.get(name, {})
        if set(provides) - {name.replace("-", "_")}:
            yield f"{name} {' '.join(sorted(provides))}"


# --- what tells a slip from a name -----------------------------------------------------------


def words(modules: Rows) -> list[str]:
    """Return the words that the names of programs' own modules are made of."""
    names = (re.sub(r"(?<=[a-z])(?=[A-Z])", "_", row["module_name"]) for row in modules)
    return sorted({word for name in names for word in name.lower().split("_") if len(word) > 1 and word.isascii()})


def squatted(truth: Rows) -> Iterator[str]:
    """One line a name: how many malicious names are slips of it, or have it with something added."""
    counts = Counter(canonicalize_name(row["target"]).replace("-", "") for row in truth if row["category"] != "nontop")
    yield from (f"{name} {number}" for name, number in sorted(counts.items()))


# --- names known to be malicious -------------------------------------------------------------


def malicious(folder: Path, honest: set[str]) -> list[str]:
    """Return the malicious names; one that has come to be an honest project's is left out."""
    names = {canonicalize_name(row["name"]) for path in folder.glob("malicious_pypi_names*.csv") for row in rows(path)}
    return sorted(names - honest)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--date", default="2026-04-01", help="of the download list")
    arguments = parser.parse_args()
    folder: Path = arguments.folder

    top = rows(folder / "top_pypi_packages.csv")
    modules = provided(rows(folder / "import_to_distribution.csv"))
    names = ranked(top, modules)
    honest = set(names) | {row["distribution"] for path in folder.glob("longtail_legit*.csv") for row in rows(path)}

    write("stdlib.txt", standard_lines(rows(folder / "stdlib_modules.csv")))
    python2 = rows(folder / "python2_modules.csv")
    write("python2.txt", (f"{row['python2_module']} {row['python3_module'] or '-'}" for row in python2))
    confusables = rows(folder / "identifier_confusables.csv")
    write("lookalikes.txt", (f"{row['codepoint'][2:]} {row['looks_like']}" for row in confusables))
    write("distributions.txt", distribution_lines(names, modules))
    write("modules.txt", module_lines(names, modules))
    write("malicious.txt", malicious(folder, honest))
    write("words.txt", words([row for path in folder.glob("module_names*.csv") for row in rows(path)]))
    write("squatted.txt", squatted([row for path in folder.glob("typosquat_truth*.csv") for row in rows(path)]))
    write("hosts.txt", (f"{host} {modules}" for host, modules in sorted(HOSTS.items())))
    write("aliases.txt", (f"{alias} {module}" for alias, module in sorted(ALIASES.items())))
    write("date.txt", [f"{arguments.date} {min(MOST, len(top))}"])


if __name__ == "__main__":
    main()
