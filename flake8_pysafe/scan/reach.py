"""Which places of some modules may reach a sink, by names alone.

Evaluating a call is dear, looking at its name is not. A place matters if its last name
is that of a sink with something to judge, of a function that wraps one, or of a variable
that holds one; nothing else can lead to a finding. A function that passes on one of its
parameters becomes a trigger like those of the library models.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path
from typing import TypeAlias

from flake8_pysafe import markers
from flake8_pysafe.models import Models, Trigger
from flake8_pysafe.scan.outline import INSPECTING, MADE, NAMING, Given, Outline, Passing, Position, Use
from flake8_pysafe.scan.passing import passing
from flake8_pysafe.scan.sources import Module, Project, Text, first_party, hinted
from flake8_pysafe.values import Constant

ROUNDS = 4  # wrappers around wrappers, aliases of aliases
MOST_STEPS = 60_000  # uses looked at, times what their names may stand for: enough for all but a tangle of methods
MOST_TRIGGERS = 12  # derived of one name, before any argument of it is taken to matter

# Too many things have these methods to tell from the name what is called.
_SETTING = frozenset({"", "setattr", "__setitem__"})  # names of uses that tell nothing of what is set or called
_OF_CONTAINERS = frozenset(name for kind in (dict, list, set, str) for name in dir(kind) if name[0] != "_")

_Triggers: TypeAlias = "Mapping[str, tuple[Trigger, ...]]"
# Arguments of which one has to break a marker: their numbers and its name; none: whatever is given.
Needs: TypeAlias = "frozenset[tuple[int, str]]"
NOTHING: Needs = frozenset()


class Reach:
    """The names that matter, growing with each module that is looked at."""

    def __init__(
        self,
        triggers: Iterable[Trigger],
        module_names: Iterable[tuple[str, str]],
        library: Models,
        project: Project,
    ) -> None:
        self._library = library
        self._project = project
        self._triggers: dict[str, dict[Trigger, None]] = {}
        self._stands: dict[str, dict[str, None]] = {}  # a name, and what it may stand for
        self._included: dict[str, Module] = {}
        self._homes: dict[tuple[str, str], str] = {}  # what is called and the file it stands in, and what that leads to
        self._passing: dict[str, set[Position]] = {}
        self._modules: set[str] = set()  # the last names of modules that triggers are reached through
        self._steps_left = MOST_STEPS
        self._derived: dict[str, dict[Trigger, None]] = {}
        self._widest: dict[tuple[str, str], Trigger] = {}
        self.wrappers: set[str] = set()  # functions and classes that pass on what they are given
        self.learnt: set[str] = set()  # names without one of which a module has nothing to do with what was learnt
        for alias, module in module_names:
            self._stands.setdefault(alias, {})[module] = None
        for trigger in triggers:
            self._triggers.setdefault(trigger.word, {})[trigger] = None
            if trigger.module:
                self._modules.add(trigger.module)

    @property
    def _known(self) -> set[str]:
        """The names that may stand for something that matters."""
        return {*self._triggers, *self._stands}

    def include(self, modules: Iterable[Module]) -> None:
        """Learn the wrappers and aliases of modules that may use each other and those included before."""
        fresh = {each.path: each for each in modules}
        self._included.update(fresh)
        names = {*self._known, *self._modules}
        outlines = [each.text.outline for each in fresh.values()]
        written = {name for each in outlines for there in (each.uses, each.bindings) for name in names & there.keys()}
        known = {name: tuple(self._of(name)) for name in written}
        learnt = self._learn(known, fresh.values())
        for _ in range(ROUNDS):
            if not learnt:
                break
            learnt = self._learn(learnt, self._included.values())

    def _learn(self, fresh: _Triggers, modules: Iterable[Module]) -> _Triggers:
        """Return the triggers that modules add by what they do with some triggers, by name.

        Nothing more is learnt when the steps are used up. The order is that of the
        names, so that what has been learnt by then is the same in every run.
        """
        learnt: dict[str, dict[Trigger, None]] = {}
        for module in modules:
            outline = module.text.outline
            # Names of modules first: others are known by what stands in front of them.
            for name in sorted(fresh.keys() & outline.bindings.keys(), key=lambda each: (bool(fresh[each]), each)):
                for alias, before in outline.bindings[name]:
                    meant = [each for each in fresh[name] if self._is_meant(each, name, before, outline)]
                    is_new = name not in self._stands.get(alias, ())
                    # A name without triggers is that of a module.
                    if meant or (is_new and (not fresh[name] or name in self._modules)):
                        self._stands.setdefault(alias, {})[name] = None
                        learnt.setdefault(alias, {}).update(dict.fromkeys(meant))
                    if meant:
                        self.learnt.add(alias)
            for name in sorted(fresh.keys() & outline.uses.keys()):
                uses = passing(outline, name)
                self._steps_left -= len(uses) * len(fresh[name])
                for each in uses if self._steps_left > 0 else ():
                    for derived in self._passed_on(each, fresh[name], module):
                        self._passing.setdefault(module.path, set()).add(each.use.position)
                        added = self._added(derived)
                        if added is not None:
                            learnt.setdefault(added.word, {})[added] = None
        return {name: tuple(triggers) for name, triggers in learnt.items()}

    def _added(self, derived: Trigger) -> Trigger | None:
        """Add a trigger to those of its name, and return what was added, None if that is known.

        A name that many functions have gets one trigger a file for any argument of any of them:
        otherwise they would multiply with each other from round to round.
        """
        known = self._derived.setdefault(derived.word, {})
        widest = self._widest.get((derived.word, derived.home))
        if derived in known or (widest is not None and set(derived.markers) <= set(widest.markers)):
            return None
        known[derived] = None
        if len(known) > MOST_TRIGGERS:
            words = tuple(sorted({word for each in known for word in each.markers}))
            derived = Trigger(derived.word, words, ("**",), position=0, rest=True, home=derived.home)
            self._widest[derived.word, derived.home] = derived
        self._triggers.setdefault(derived.word, {})[derived] = None
        self.wrappers.add(derived.word)
        self.learnt.add(derived.beside or derived.word.removesuffix(MADE))
        return derived

    def places(self, module: Module) -> dict[Position, Needs]:
        """Return where in a module something may lead to a finding, and what that takes."""
        found: dict[Position, Needs] = {}
        known = self._known
        uses = module.text.outline.uses
        some = (use for name in uses for use in uses[name] if name in known or name in _SETTING or _refers(use, known))
        for use in some:
            needs = self._needs(use, module)
            if needs is not None:
                before = found.get(use.position, needs)
                found[use.position] = before | needs if before and needs else NOTHING
        return found

    def passing(self, path: str) -> AbstractSet[Position]:
        """Return where in a module something passes on what a function was given."""
        return self._passing.get(path, set())

    def escapes(self, name: str) -> bool:
        """Tell whether a name may stand for a function that must not be handed over."""
        return any(markers.BY_NAME[each].escapes for trigger in self._of(name) for each in trigger.markers)

    # --- names -------------------------------------------------------------------------------

    def _meant(self, name: str) -> set[str]:
        """Return a name and all that it may stand for."""
        found = {name}
        pending = [name]
        while pending:
            fresh = [each for each in self._stands.get(pending.pop(), ()) if each not in found]
            found.update(fresh)
            pending.extend(fresh)
        return found

    def _of(self, name: str) -> Iterator[Trigger]:
        """Yield the triggers of a name and of all that it may stand for."""
        for each in self._meant(name) if name in self._stands else (name,):
            yield from tuple(self._triggers.get(each, ()))

    def _reachable(
        self,
        triggers: Iterable[Trigger],
        name: str,
        before: str,
        path: str,
        around: tuple[int, ...],
        module: Module,
    ) -> Iterator[Trigger]:
        """Yield those of a name's triggers that a call or reference can have, by the way it is written."""
        outline = module.text.outline
        head = path.partition(".")[0]
        if head in outline.imports and head not in outline.bound and self._is_foreign(outline.imports[head]):
            return
        for trigger in triggers:
            if trigger.is_set or not self._is_meant(trigger, name, before, outline):
                continue
            if trigger.beside and not self._is_inherited(trigger.beside, before, around, outline):
                continue
            if self._home(path, module) in ("", trigger.home):
                yield trigger

    def _is_inherited(self, base: str, before: str, around: tuple[int, ...], outline: Outline) -> bool:
        """Tell whether `before.__init__` in some definitions can be the initializer of a class."""
        heirs = (outline.definitions[number].name for number in around if outline.definitions[number].is_class)
        return base in self._meant(before) or any(base in self._meant(heir) for heir in heirs)

    def _is_foreign(self, sources: Iterable[str]) -> bool:
        """Tell whether imports lead to nothing but unmodelled modules of other people."""
        tops = {source.partition(".")[0] for source in sources}
        return all(top and top not in self._library.tops and self._project.locate(top) is None for top in tops)

    def _home(self, path: str, module: Module) -> str:
        """Return the file of the first-party function that is surely called, if the way it is written tells one."""
        key = (module.path, path)
        if key not in self._homes:
            self._homes[key] = self._home_of(path, module)
        return self._homes[key]

    def _home_of(self, path: str, module: Module) -> str:
        head, _, name = path.partition(".")
        outline = module.text.outline
        if not path or "." in name:
            return ""
        if head not in outline.imports and not name:
            return module.path if head in module.text.read.functions else ""
        sources = outline.imports.get(head, ())
        if len(sources) != 1 or not outline.bound.isdisjoint((head, name or head)):
            return ""
        (source,) = sources
        if not name:
            source, _, name = source.rpartition(".")
            source = source or "."
        found = self._source(source, module.path)
        text = first_party(found) if found else None
        return found if text is not None and name in text.read.functions else ""

    def _source(self, module: str, importing: str) -> str:
        """Return the file of a first-party module by the name it is imported by, dots in front of it among it."""
        name = module.lstrip(".")
        absolute = self._project.absolute(Path(importing), name or None, len(module) - len(name))
        found = self._project.locate(absolute) if absolute else None
        return str(found) if found is not None else ""

    def _is_meant(self, trigger: Trigger, name: str, before: str, outline: Outline) -> bool:
        return not trigger.module or self._is_through(name, before, trigger, outline)

    def _is_through(self, name: str, before: str, trigger: Trigger, outline: Outline) -> bool:
        """Tell whether a name may be reached through the module a trigger's function is in."""
        if trigger.word != name or name in self._stands.get(name, ()):
            return True  # it is a variable or class that holds or is what the trigger is about
        if before:
            return before == "?" or trigger.module in self._meant(before)
        # A bare name is imported, bound to a reference, or comes by a star.
        return name in outline.imports or name in self._stands or (outline.has_star and name not in outline.bound)

    # --- what matters ------------------------------------------------------------------------

    def _needs(self, use: Use, module: Module) -> Needs | None:
        """Return what it takes for a use to lead to a finding where it stands, None if it cannot."""
        match use.kind:
            case "call":
                return self._call_needs(use, module)
            case "item":
                return self._item_needs(use, module.text)
            case "hold":
                return NOTHING if any(self.escapes(given.refers) for given in use.given) else None
            case _:
                settable = (each for each in self._of(use.name) if each.is_set and not each.is_key)
                unsettled = (each for each in settable if not _is_settled(use.given[0], each, use, module.text.outline))
                return frozenset((0, word) for trigger in unsettled for word in trigger.markers) or None

    def _call_needs(self, use: Use, module: Module) -> Needs | None:
        outline = module.text.outline
        if not use.name:  # what is called is called or looked up itself
            known = self._known
            is_known = any(word in known or word + MADE in known for word in use.words)
            is_looked_up = not (use.words.isdisjoint(NAMING) or use.words.isdisjoint(self._modules))
            return NOTHING if is_known or is_looked_up else None
        if use.name == "setattr" and self._sets(use, module.text):
            return NOTHING
        # A function that is handed over may be called with the rest.
        handed = (given for given in use.given if given.refers) if use.name not in INSPECTING else ()
        if any(self._is_handed(given, use, module) for given in handed):
            return NOTHING
        found: set[tuple[int, str]] = set()
        for trigger in self._reachable(self._of(use.name), use.name, use.before, use.path, use.around, module):
            if trigger.always:
                return NOTHING
            for number in relevant(trigger, use.given):
                if not _is_settled(use.given[number], trigger, use, outline):
                    found.update((number, word) for word in trigger.markers)
        return frozenset(found) if found else None

    def _is_handed(self, given: Given, use: Use, module: Module) -> bool:
        outline = module.text.outline
        if not given.before and given.refers not in outline.imports and given.refers not in self._stands:
            return False
        path = given.refers if not given.before else ""
        triggers = self._of(given.refers)
        for trigger in self._reachable(triggers, given.refers, given.before, path, use.around, module):
            if trigger.always or any(each.name in trigger.names or each.name == "**" for each in use.given):
                return True
            if trigger.position is not None and len(use.given) > trigger.position + 1:
                return True
        return False

    def _sets(self, use: Use, text: Text) -> bool:
        """Tell whether a call of `setattr` may set something that matters."""
        if len(use.given) < 3:
            return True
        name = use.given[1].literal
        if name is None:
            return any(True for _ in self._set_somewhere(text))
        return isinstance(name.value, str) and any(each.is_set for each in self._of(name.value))

    def _item_needs(self, use: Use, text: Text) -> Needs | None:
        key, value = use.given
        if self.escapes(value.refers):
            return NOTHING
        words = {word for trigger in self._of(use.path) if trigger.is_set for word in trigger.markers}
        for word in {word for trigger in self._of("__setitem__") for word in trigger.markers}:
            hint = markers.BY_NAME[word].hint
            if hint is None or (hint(use.path) if key.literal is not None else hinted(hint).of(text.read)):
                words.add(word)
        if key.literal is None:
            somewhere = self._set_somewhere(text)
            unsettled = (each for each in somewhere if value.literal is None or not _is_safe(value.literal, each))
            words.update(word for trigger in unsettled for word in trigger.markers)
        return frozenset((number, word) for number in (0, 1) for word in words) or None

    def _set_somewhere(self, text: Text) -> Iterator[Trigger]:
        """Yield what can be set by a name that is not known, because it stands somewhere in a text."""
        for word in text.words & self._triggers.keys():
            yield from (trigger for trigger in self._triggers[word] if trigger.is_set and not trigger.is_key)

    # --- wrappers ----------------------------------------------------------------------------

    def _passed_on(self, passing: Passing, triggers: Iterable[Trigger], module: Module) -> Iterator[Trigger]:
        """Yield what the functions around a use become by passing their parameters on to it."""
        use = passing.use
        for trigger in self._passable(use, triggers, module):
            words = passed_words(trigger.markers)
            if not words:
                continue
            numbers = relevant(trigger, use.given) if use.kind == "call" else (len(use.given) - 1,)
            for word, beside, names, position, rest in (each for n in numbers for each in passing.passed.get(n, ())):
                keys = (trigger.names or ("**",)) if names is None else names
                yield Trigger(word, words, keys, position, rest, beside=beside, home=module.path)

    def _passable(self, use: Use, triggers: Iterable[Trigger], module: Module) -> Iterator[Trigger]:
        match use.kind:
            case "call":
                is_common = use.name in _OF_CONTAINERS and use.before != "environ"
                for trigger in self._reachable(triggers, use.name, use.before, use.path, use.around, module):
                    if not (is_common and _is_plain(trigger)):
                        yield trigger
            case "set":
                yield from (trigger for trigger in triggers if trigger.is_set and not trigger.is_key)
            case "item":
                yield from triggers


def _refers(use: Use, names: AbstractSet[str]) -> bool:
    """Tell whether one of some names is handed over."""
    return any(given.refers in names for given in use.given)


def _is_plain(trigger: Trigger) -> bool:
    """Tell whether a method is recognized by its name alone, whatever it is given."""
    return not trigger.module and (trigger.position is not None or "**" in trigger.names)


def _is_safe(literal: Constant, trigger: Trigger) -> bool:
    return all(markers.BY_NAME[each].is_safe(literal) for each in trigger.markers)


def _is_settled(given: Given, trigger: Trigger, use: Use, outline: Outline) -> bool:
    """Tell whether an argument breaks no rule here: a safe literal, or a parameter that callers answer for."""
    if given.literal is not None:
        return _is_safe(given.literal, trigger)
    if not given.is_name:
        return False
    (name,) = given.variables
    for number in reversed(use.around):
        definition = outline.definitions[number]
        if definition.is_class:
            continue
        if name in definition.flows:
            return False
        if name in (definition.extra, definition.several):
            return True
        if name in definition.positions:
            default = definition.defaults.get(name)
            return name not in definition.defaults or (default is not None and _is_safe(default, trigger))
    return False


def relevant(trigger: Trigger, given: Iterable[Given]) -> Iterator[int]:
    """Yield the numbers of the arguments that a trigger's parameter may get."""
    position = 0
    is_open = False  # an unknown number of arguments came before
    for number, each in enumerate(given):
        if each.name == "**":
            if trigger.names:
                yield number
        elif each.name and each.name != "*":
            if each.name in trigger.names or "**" in trigger.names:
                yield number
        else:
            is_open = is_open or each.name == "*"
            if trigger.position is not None and (
                is_open or position == trigger.position or (trigger.rest and position > trigger.position)
            ):
                yield number
            position += 1


@cache
def passed_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the markers that judge what is given, not that something is called."""
    return tuple(each for each in words if not markers.BY_NAME[each].at_callee)
