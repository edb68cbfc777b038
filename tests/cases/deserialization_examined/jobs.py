"""Job queues, workers, pipelines: what is handed over and what arrives."""
import asyncio
import base64
import functools
import importlib
import json
import multiprocessing as mp
import os
import pickle
import queue
import socket
import struct
import sys
import threading
from collections import namedtuple
from concurrent.futures import ProcessPoolExecutor
from enum import Enum

import boto3
import celery
import cloudpickle
import dill
import pika
import rq
import zmq
from celery import Celery
from dramatiq.brokers.redis import RedisBroker
from kafka import KafkaConsumer
from kombu import Connection, Exchange, Queue
from kombu.serialization import registry
from kombu.utils.json import loads as json_loads
from multiprocessing.connection import Client
from rq.serializers import DefaultSerializer, JSONSerializer

app = Celery("jobs", broker=os.environ["BROKER_URL"])
app.conf.update(
    task_serializer="pickle",
    result_serializer="pickle",
    accept_content=["json", "pickle"],  # PS207: 29
    timezone="UTC",
)
safe_app = Celery("safe", accept_content=["json"])
app_with_set = Celery("set", accept_content={"json", "application/x-python-serialize"})  # PS207: 54
ACCEPT = ["json"]
ACCEPT_ALL = ACCEPT + ["pickle"]
app_with_sum = Celery("sum")
app_with_sum.conf.accept_content = ACCEPT_ALL  # PS207: 36
app_by_dict = Celery("dict")
app_by_dict.config_from_object({"accept_content": ["yaml", "json"]})
registry.enable("pickle")  # PS207: 17
registry.enable("yaml")


class CeleryConfig:
    broker_url = "redis://"
    accept_content = ["pickle"]  # PS207: 23


app.config_from_object(CeleryConfig)


class JsonConfig:
    accept_content = ["json"]


safe_app.config_from_object(JsonConfig)

default_jobs = rq.Queue("default", serializer=DefaultSerializer)  # PS207: 47
json_jobs = rq.Queue("json", serializer=JSONSerializer)
implicit_jobs = rq.Queue("implicit")


class SerializationMethod(Enum):
    JSON = "json"
    PICKLE = "pickle"


Serializer = namedtuple("Serializer", "dumps loads")

SERIALIZERS = {
    SerializationMethod.JSON: Serializer(json.dumps, json.loads),
    SerializationMethod.PICKLE: Serializer(pickle.dumps, pickle.loads),  # PS202: 65
}


class SerializerRegistry:
    _decoders = {}

    @classmethod
    def register(cls, name, decoder):
        cls._decoders[name] = decoder

    def decode(self, name, data):
        return self._decoders[name](data)


SerializerRegistry.register("pickle", cloudpickle.loads)  # PS202: 51
SerializerRegistry.register("json", json_loads)


def worker_main(host, port):
    """Length-prefixed messages over a plain socket."""
    sock = socket.create_connection((host, port))
    while True:
        header = sock.recv(4)
        if not header:
            break
        size, = struct.unpack("!I", header)
        data = b""
        while len(data) < size:
            data += sock.recv(size - len(data))
        function, args = pickle.loads(data)  # PS201: 33
        sock.sendall(pickle.dumps(function(*args)))


def udp_listener(port):
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("", port))
    while True:
        packet, address = server.recvfrom(65535)
        yield address, pickle.loads(packet)  # PS201: 31


class JobProtocol(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        job = dill.loads(data)  # PS201: 20
        self.transport.write(pickle.dumps(job()))


async def stream_worker(host, port):
    reader, writer = await asyncio.open_connection(host, port)
    size = int.from_bytes(await reader.readexactly(8), "big")
    blob = await reader.readexactly(size)
    message = cloudpickle.loads(blob)  # PS201: 27
    writer.write(json.dumps(message).encode())
    return json.loads(await reader.readline())


def zmq_worker(address):
    context = zmq.Context()
    receiver = context.socket(zmq.PULL)
    receiver.connect(address)
    poller = zmq.Poller()
    poller.register(receiver, zmq.POLLIN)
    while True:
        if receiver in dict(poller.poll(1000)):
            task = receiver.recv_pyobj(zmq.NOBLOCK)  # PS208: 29
            topic, payload = receiver.recv_multipart()
            yield task, pickle.loads(payload)  # PS201: 32


class ZmqClient:
    def __init__(self, address):
        self.context = zmq.Context.instance()
        self.socket = self.context.socket(zmq.REQ)
        self.socket.connect(address)

    def call(self, name, *args):
        self.socket.send_pyobj((name, args))
        return self.socket.recv_pyobj()  # PS208: 28

    def status(self):
        self.socket.send_json({"status": True})
        return self.socket.recv_json()


def remote_manager(address):
    with Client(address) as conn:
        conn.send(("ping",))
        return conn.recv()  # PS208: 21


def trusted_manager(address, key):
    with Client(address, authkey=key) as conn:
        return conn.recv()


def local_process(target):
    ours, theirs = mp.Pipe(duplex=True)
    process = mp.Process(target=target, args=(theirs,))
    process.start()
    return ours.recv()


def rabbit(parameters):
    connection = pika.BlockingConnection(parameters)
    channel = connection.channel()

    def callback(ch, method, properties, body):
        task = pickle.loads(body)  # PS201: 23
        task.run()
        ch.basic_ack(delivery_tag=method.delivery_tag)

    channel.basic_consume(queue="tasks", on_message_callback=callback)
    channel.start_consuming()


def sqs_worker(url):
    sqs = boto3.client("sqs")
    for message in sqs.receive_message(QueueUrl=url).get("Messages", []):
        job = pickle.loads(base64.b64decode(message["Body"]))  # PS201: 22
        job()
        meta = json.loads(message["Attributes"]["meta"])
        print(meta)


def kafka_worker():
    consumer = KafkaConsumer("events", bootstrap_servers="kafka:9092")
    for message in consumer:
        yield pickle.loads(message.value)  # PS201: 22


def kafka_json():
    consumer = KafkaConsumer("events", value_deserializer=lambda m: json.loads(m.decode()))
    for message in consumer:
        yield message.value


def kombu_consumer(url):
    with Connection(url) as conn:
        simple = conn.SimpleQueue("jobs", accept=["pickle", "json"])  # PS207: 51
        return simple.get()


def lambda_handler(event, context):
    function = cloudpickle.loads(base64.b64decode(event["function"]))  # PS201: 28
    return {"body": json.dumps(function())}


def child_main():
    """Run by the parent with the job on stdin."""
    function, args = dill.load(sys.stdin.buffer)  # PS202: 27
    pickle.dump(function(*args), sys.stdout.buffer)


def drain(q: "queue.Queue[bytes]"):
    jobs = queue.SimpleQueue()
    thread = threading.Thread(target=jobs.put, args=(pickle.dumps(1),))
    thread.start()
    return q.get()


def fan_out(blobs):
    with ProcessPoolExecutor() as executor:
        results = executor.map(functools.partial(pickle.loads, encoding="latin1"), blobs)  # PS202: 57
        futures = [executor.submit(dill.loads, blob) for blob in blobs]  # PS202: 41
    return [*results, *futures]


def serializer_by_setting(kind="pickle"):
    module = importlib.import_module("pickle")
    return module.loads  # PS202: 19


def first_of(blobs):
    return next(filter(None, map(pickle.loads, blobs)), None)  # PS202: 41
