"""Which places of some modules may reach a sink, by names alone.

Evaluating a call is dear, looking at its name is not. A place matters if its last name
is that of a sink with something to judge, of a function that wraps one, or of a variable
that holds one; nothing else can lead to a finding. A function that passes on one of its
parameters becomes a trigger like those of the library models.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from typing import TypeAlias

from flake8_pysafe import markers
from flake8_pysafe.models import Models, Trigger
from flake8_pysafe.scan.outline import INSPECTING, KEYWORD_ONLY, MADE, NAMING, Definition, Given, Outline, Position, Use
from flake8_pysafe.scan.sources import Text
from flake8_pysafe.values import Constant

ROUNDS = 4  # wrappers around wrappers, aliases of aliases
MOST_STEPS = 60_000  # uses looked at, times what their names may stand for: enough for all but a tangle of methods
MOST_TRIGGERS = 12  # derived of one name, before any argument of it is taken to matter

# Too many things have these methods to tell from the name what is called.
_OF_CONTAINERS = frozenset(name for kind in (dict, list, set, str) for name in dir(kind) if name[0] != "_")
_CALLABLE = frozenset({"__init__", "__new__", "__call__"})


_Triggers: TypeAlias = "Mapping[str, tuple[Trigger, ...]]"


class Reach:
    """The names that matter, growing with each module that is looked at."""

    def __init__(
        self,
        triggers: Iterable[Trigger],
        module_names: Iterable[tuple[str, str]],
        library: Models,
        is_first_party: Callable[[str], bool],
    ) -> None:
        self._library = library
        self._is_first_party = is_first_party
        self._triggers: dict[str, dict[Trigger, None]] = {}
        self._stands: dict[str, dict[str, None]] = {}  # a name, and what it may stand for
        self._outlines: dict[str, Outline] = {}
        self._passing: dict[str, set[Position]] = {}
        self._modules: set[str] = set()  # the last names of modules that triggers are reached through
        self._steps_left = MOST_STEPS
        self._derived: dict[str, dict[Trigger, None]] = {}
        self._widest: dict[str, Trigger] = {}
        self.wrappers: set[str] = set()  # functions and classes that pass on what they are given
        for alias, module in module_names:
            self._stands.setdefault(alias, {})[module] = None
        for trigger in triggers:
            self._triggers.setdefault(trigger.word, {})[trigger] = None
            if trigger.module:
                self._modules.add(trigger.module)

    @property
    def known(self) -> set[str]:
        """The names that may stand for something that matters."""
        return {*self._triggers, *self._stands}

    def include(self, outlines: Mapping[str, Outline]) -> None:
        """Learn the wrappers and aliases of modules, by path, that may use each other and those included before."""
        self._outlines.update(outlines)
        known = {name: tuple(self._of(name)) for name in {*self.known, *self._modules}}
        learnt = self._learn(known, outlines)
        for _ in range(ROUNDS):
            if not learnt:
                break
            learnt = self._learn(learnt, self._outlines)

    def _learn(self, fresh: _Triggers, outlines: Mapping[str, Outline]) -> _Triggers:
        """Return the triggers that modules add by what they do with some triggers, by name.

        Nothing more is learnt when the steps are used up. The order is that of the
        names, so that what has been learnt by then is the same in every run.
        """
        learnt: dict[str, dict[Trigger, None]] = {}
        for path, outline in outlines.items():
            # Names of modules first: others are known by what stands in front of them.
            for name in sorted(fresh.keys() & outline.bindings.keys(), key=lambda each: (bool(fresh[each]), each)):
                for alias, before in sorted(outline.bindings[name]):
                    meant = [each for each in fresh[name] if self._is_meant(each, name, before, outline)]
                    is_new = name not in self._stands.get(alias, ())
                    # A name without triggers is that of a module.
                    if meant or (is_new and (not fresh[name] or name in self._modules)):
                        self._stands.setdefault(alias, {})[name] = None
                        learnt.setdefault(alias, {}).update(dict.fromkeys(meant))
            for name in sorted(fresh.keys() & outline.uses.keys()):
                self._steps_left -= len(outline.uses[name]) * len(fresh[name])
                for use in outline.uses[name] if self._steps_left > 0 else ():
                    for derived in self._passed_on(use, fresh[name], outline):
                        self._passing.setdefault(path, set()).add(use.position)
                        added = self._added(derived)
                        if added is not None:
                            learnt.setdefault(added.word, {})[added] = None
        return {name: tuple(triggers) for name, triggers in learnt.items()}

    def _added(self, derived: Trigger) -> Trigger | None:
        """Add a trigger to those of its name, and return what was added, None if that is known.

        A name that many functions have gets one trigger for any argument of any of them:
        otherwise they would multiply with each other from round to round.
        """
        known = self._derived.setdefault(derived.word, {})
        widest = self._widest.get(derived.word)
        if derived in known or (widest is not None and set(derived.markers) <= set(widest.markers)):
            return None
        known[derived] = None
        if len(known) > MOST_TRIGGERS:
            words = tuple(sorted({word for each in known for word in each.markers}))
            derived = Trigger(derived.word, words, ("**",), position=0, rest=True)
            self._widest[derived.word] = derived
        self._triggers.setdefault(derived.word, {})[derived] = None
        self.wrappers.add(derived.word)
        return derived

    def positions(self, text: Text) -> frozenset[Position]:
        """Return where in a module something may lead to a finding."""
        uses = text.outline.uses.values()
        return frozenset(use.position for each in uses for use in each if self._matters(use, text))

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
        outline: Outline,
    ) -> Iterator[Trigger]:
        """Yield those of a name's triggers that a call or reference can have, by the way it is written."""
        head = path.partition(".")[0]
        if head in outline.imports and head not in outline.bound and self._is_foreign(outline.imports[head]):
            return
        for trigger in triggers:
            if trigger.is_set or not self._is_meant(trigger, name, before, outline):
                continue
            if not trigger.beside or self._is_inherited(trigger.beside, before, around, outline):
                yield trigger

    def _is_inherited(self, base: str, before: str, around: tuple[int, ...], outline: Outline) -> bool:
        """Tell whether `before.__init__` in some definitions can be the initializer of a class."""
        heirs = (outline.definitions[number].name for number in around if outline.definitions[number].is_class)
        return base in self._meant(before) or any(base in self._meant(heir) for heir in heirs)

    def _is_foreign(self, sources: Iterable[str]) -> bool:
        """Tell whether imports lead to nothing but unmodelled modules of other people."""
        tops = {source.partition(".")[0] for source in sources}
        return all(top and top not in self._library.tops and not self._is_first_party(top) for top in tops)

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

    def _matters(self, use: Use, text: Text) -> bool:
        """Tell whether a use may lead to a finding where it stands."""
        match use.kind:
            case "call":
                return self._call_matters(use, text)
            case "item":
                return self._item_matters(use, text)
            case "hold":
                return any(self.escapes(given.refers) for given in use.given)
            case _:
                return any(
                    trigger.is_set and not trigger.is_key and not _is_settled(use.given[0], trigger, use, text.outline)
                    for trigger in self._of(use.name)
                )

    def _call_matters(self, use: Use, text: Text) -> bool:
        outline = text.outline
        if not use.name:  # what is called is called or looked up itself
            known = self.known
            return any(word in known or word + MADE in known for word in use.words) or not (
                use.words.isdisjoint(NAMING) or use.words.isdisjoint(self._modules)
            )
        if use.name == "setattr" and self._sets(use, text):
            return True
        for trigger in self._reachable(self._of(use.name), use.name, use.before, use.path, use.around, outline):
            if trigger.always or any(
                not _is_settled(given, trigger, use, outline) for given in relevant(trigger, use.given)
            ):
                return True
        # A function that is handed over may be called with the rest.
        return use.name not in INSPECTING and any(
            given.refers and self._is_handed(given, use, outline) for given in use.given
        )

    def _is_handed(self, given: Given, use: Use, outline: Outline) -> bool:
        if not given.before and given.refers not in outline.imports and given.refers not in self._stands:
            return False
        path = given.refers if not given.before else ""
        triggers = self._of(given.refers)
        for trigger in self._reachable(triggers, given.refers, given.before, path, use.around, outline):
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

    def _item_matters(self, use: Use, text: Text) -> bool:
        key, value = use.given
        if self.escapes(value.refers):
            return True
        if any(trigger.is_set for trigger in self._of(use.path)):
            return True
        for trigger in self._of("__setitem__"):
            for each in trigger.markers:
                hint = markers.BY_NAME[each].hint
                if hint is None or (hint(use.path) if key.literal is not None else text.read.hinted(hint)):
                    return True
        if key.literal is not None:
            return False
        return any(value.literal is None or not _is_safe(value.literal, each) for each in self._set_somewhere(text))

    def _set_somewhere(self, text: Text) -> Iterator[Trigger]:
        """Yield what can be set by a name that is not known, because it stands somewhere in a text."""
        for word in text.words & self._triggers.keys():
            yield from (trigger for trigger in self._triggers[word] if trigger.is_set and not trigger.is_key)

    # --- wrappers ----------------------------------------------------------------------------

    def _passed_on(self, use: Use, triggers: Iterable[Trigger], outline: Outline) -> Iterator[Trigger]:
        """Yield what the functions around a use become by passing their parameters on to it."""
        if not use.around:
            return
        for trigger in self._passable(use, triggers, outline):
            words = passed_words(trigger.markers)
            for given in (relevant(trigger, use.given) if use.kind == "call" else use.given[-1:]) if words else ():
                if given.variables:
                    yield from _derived(given, use, outline, trigger.names, words)

    def _passable(self, use: Use, triggers: Iterable[Trigger], outline: Outline) -> Iterator[Trigger]:
        match use.kind:
            case "call":
                is_common = use.name in _OF_CONTAINERS and use.before != "environ"
                for trigger in self._reachable(triggers, use.name, use.before, use.path, use.around, outline):
                    if not (is_common and _is_plain(trigger)):
                        yield trigger
            case "set":
                yield from (trigger for trigger in triggers if trigger.is_set and not trigger.is_key)
            case "item":
                yield from triggers


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


def relevant(trigger: Trigger, given: Iterable[Given]) -> Iterator[Given]:
    """Yield the arguments that a trigger's parameter may get."""
    position = 0
    is_open = False  # an unknown number of arguments came before
    for each in given:
        if each.name == "**":
            if trigger.names:
                yield each
        elif each.name and each.name != "*":
            if each.name in trigger.names or "**" in trigger.names:
                yield each
        else:
            is_open = is_open or each.name == "*"
            if trigger.position is not None and (
                is_open or position == trigger.position or (trigger.rest and position > trigger.position)
            ):
                yield each
            position += 1


@cache
def passed_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the markers that judge what is given, not that something is called."""
    return tuple(each for each in words if not markers.BY_NAME[each].at_callee)


def _derived(
    given: Given, use: Use, outline: Outline, keys: tuple[str, ...], words: tuple[str, ...]
) -> Iterator[Trigger]:
    """Yield the triggers that the functions and classes around a use become by an argument of it.

    `keys` are the keywords that the sink can be given, `words` its markers.
    """
    around = [outline.definitions[number] for number in use.around]
    names = set(given.variables)
    for place in reversed(range(len(around))):
        definition = around[place]
        if definition.is_class:
            yield from _of_class(names, definition, keys, words)
            continue
        names = definition.made_of(names)
        for parameter in definition.parameters(names):
            for word, base in _called_as(definition, around[:place]):
                yield _by_parameter(word, base, definition, parameter, keys, words)


def _called_as(definition: Definition, outer: list[Definition]) -> Iterator[tuple[str, str]]:
    """Yield the names by which a function is called, some with the class that it is then inherited from."""
    if definition.is_method and definition.name in _CALLABLE and outer:
        yield outer[-1].name + (MADE if definition.name == "__call__" else ""), ""
        if definition.name != "__call__":
            yield definition.name, outer[-1].name
    elif definition.name and not definition.name.startswith("__"):  # operators are not called by name
        yield definition.name, ""


def _of_class(names: set[str], owner: Definition, keys: tuple[str, ...], words: tuple[str, ...]) -> Iterator[Trigger]:
    """Yield what a class becomes by what its initializer keeps on `self`."""
    for attribute in sorted(owner.attributes(names)):
        if owner.initializer is None:
            if attribute in owner.positions:
                yield _by_parameter(owner.name, "", owner, attribute, keys, words)
            continue
        made_of = owner.initializer.made_of(owner.kept[attribute])
        for parameter in owner.initializer.parameters(made_of):
            yield _by_parameter(owner.name, "", owner.initializer, parameter, keys, words)
            yield _by_parameter("__init__", owner.name, owner.initializer, parameter, keys, words)


def _by_parameter(
    word: str, base: str, definition: Definition, parameter: str, keys: tuple[str, ...], words: tuple[str, ...]
) -> Trigger:
    if parameter == definition.extra:
        return Trigger(word, words, keys or ("**",), beside=base)
    if parameter == definition.several:
        return Trigger(word, words, position=0, rest=True, beside=base)
    position = definition.positions[parameter]
    return Trigger(word, words, (parameter,), position if 0 <= position < KEYWORD_ONLY else None, beside=base)
