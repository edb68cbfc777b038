"""PS201: remote-deserialization."""

import base64
import pickle
import socket
import zlib
from urllib.request import urlopen

import dill
import requests
import yaml
from flask import Flask, request

app = Flask(__name__)


@app.route("/jobs", methods=["POST"])
def jobs():
    first = pickle.loads(request.data)  # PS201: 20
    second = pickle.loads(base64.b64decode(request.cookies["job"]))  # PS201: 21
    body = request.get_data()
    größe = pickle.loads(zlib.decompress(body))  # PS201: 20
    return first, second, größe


def responses(url):
    response = requests.get(url)
    pickle.loads(response.content)  # PS201: 12
    dill.loads(requests.post(url).content)  # PS201: 10
    pickle.loads(urlopen(url).read())  # PS201: 12
    yaml.load(response.text, Loader=yaml.UnsafeLoader)  # PS201: 42
    yaml.load(response.text, Loader=yaml.SafeLoader)
    yaml.safe_load(response.text)
    return response.json()


def sockets(address):
    connection = socket.create_connection(address)
    data = connection.recv(4096)
    return pickle.loads(data)  # PS201: 19


def sent(url, job):
    requests.post(url, data=pickle.dumps(job))
    return pickle.loads(pickle.dumps(job))


def text(url):
    return requests.get(url).text.splitlines()
