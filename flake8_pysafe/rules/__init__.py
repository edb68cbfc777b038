"""The rules: one module each, in the order in which they claim a statement.

A statement gets one code of a family: that of the first rule that applies.
"""

from __future__ import annotations

from collections.abc import Iterable
from types import ModuleType

from flake8_pysafe.rules import (
    ps101_verification_disabled,
    ps102_unverified_context,
    ps103_hostname_unchecked,
    ps104_unverified_by_default,
    ps105_ssh_host_key_unchecked,
    ps106_verification_disabled_globally,
    ps107_command_unverified,
    ps201_remote_deserialization,
    ps202_pickle_load,
    ps203_unsafe_yaml_load,
    ps204_yaml_full_loader,
    ps205_unsafe_load_switch,
    ps206_remote_code,
    ps207_pickle_serializer,
    ps208_object_endpoint,
    ps209_pickle_by_default,
    ps301_misspelled_module,
    ps302_unknown_module,
    ps303_malicious_module,
    ps304_undeclared_module,
    ps401_misspelled_dependency,
    ps402_malicious_dependency,
    ps403_certifi_pinned,
    ps404_unverified_index,
    ps405_requirements_file_as_package,
    ps406_stdlib_backport_dependency,
    ps501_vulnerable_distribution,
    ps502_denied_licence_distribution,
    ps901_not_fully_analysed,
)
from flake8_pysafe.rules.rule import Rule

# Written out rather than searched for: flake8 loads the plugin anew in every process.
_MODULES = (
    ps101_verification_disabled,
    ps102_unverified_context,
    ps103_hostname_unchecked,
    ps104_unverified_by_default,
    ps105_ssh_host_key_unchecked,
    ps106_verification_disabled_globally,
    ps107_command_unverified,
    ps201_remote_deserialization,
    ps208_object_endpoint,
    ps205_unsafe_load_switch,
    ps203_unsafe_yaml_load,
    ps204_yaml_full_loader,
    ps206_remote_code,
    ps207_pickle_serializer,
    ps202_pickle_load,
    ps209_pickle_by_default,
    ps303_malicious_module,
    ps301_misspelled_module,
    ps302_unknown_module,
    ps304_undeclared_module,
    ps402_malicious_dependency,
    ps401_misspelled_dependency,
    ps405_requirements_file_as_package,
    ps404_unverified_index,
    ps403_certifi_pinned,
    ps406_stdlib_backport_dependency,
    ps501_vulnerable_distribution,
    ps502_denied_licence_distribution,
    ps901_not_fully_analysed,
)


def collected(modules: Iterable[ModuleType]) -> tuple[Rule, ...]:
    """Return the rules of some modules. Raises ValueError naming the module and what is wrong with it."""
    found: dict[str, Rule] = {}
    for module in modules:
        rule = vars(module).get("RULE")
        if not isinstance(rule, Rule):
            raise ValueError(f"{module.__name__} has no RULE")
        if module.__name__.rpartition(".")[2] != f"{rule.code.lower()}_{rule.name.replace('-', '_')}":
            raise ValueError(f"{module.__name__} is not named after its rule, {rule.code} {rule.name}")
        if rule.code in found:
            raise ValueError(f"{module.__name__} has the code of another rule, {rule.code} {found[rule.code].name}")
        found[rule.code] = rule
    return tuple(found.values())


ALL = collected(_MODULES)
_BY_CODE = {rule.code: rule for rule in ALL}


def by_code(code: str) -> Rule:
    """Return the rule with a code. Raises KeyError."""
    return _BY_CODE[code]
