"""PS203 and PS204: documents that this process has just dumped, and near misses."""
import io

import yaml


def text(value):
    return yaml.unsafe_load(yaml.dump(value))


def loader(value):
    dumped = yaml.dump(value, Dumper=yaml.Dumper)
    return yaml.load(dumped, Loader=yaml.Loader)


def full(value):
    return yaml.full_load(yaml.dump(value))


def stream(value):
    buffer = io.StringIO()
    yaml.dump(value, buffer)
    buffer.seek(0)
    return yaml.load(buffer, yaml.UnsafeLoader)


def cut(value):
    return yaml.unsafe_load(yaml.dump(value)[3:])  # PS203: 17


def either(value, text):
    return yaml.load(text or yaml.dump(value), Loader=yaml.Loader)  # PS203: 60
