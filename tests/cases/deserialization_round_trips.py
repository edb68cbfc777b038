"""PS202: data that this process has just dumped, in the shapes that real projects use."""
import io
import pickle
from functools import partial

from cryptography.fernet import Fernet

_dumps = partial(pickle.dumps, protocol=4)


def a(v):
    with io.BytesIO() as b:
        pickle.dump(v, b)
        b.seek(0)
        return pickle.load(b)


def b(x):
    return pickle.loads(_dumps(x))


def c(x, loads=pickle.loads, dumps=pickle.dumps):  # PS202: 23
    return loads(dumps(x))


def made():
    f = io.BytesIO()
    pickle.dump(1, f)
    f.seek(0)
    return f


def d():
    return pickle.load(made())


def e(a):
    return (pickle.loads, (pickle.dumps(a),))


def f(token, key):
    return pickle.loads(Fernet(key).decrypt(token))  # verified: PS209 in pedantic runs
