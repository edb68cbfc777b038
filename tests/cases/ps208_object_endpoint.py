"""PS208: object-endpoint."""

import logging.config
from multiprocessing import Pipe
from multiprocessing.connection import Client
from xmlrpc.server import SimpleXMLRPCServer

import zmq


def queues(address):
    receiver = zmq.Context().socket(zmq.PULL)
    receiver.bind(address)
    receiver.recv_pyobj()  # PS208: 14
    größe = receiver.recv_pyobj()  # PS208: 22
    receiver.recv_json()
    receiver.recv_string()
    receiver.send_pyobj({})
    return größe


def connections(address):
    with Client(address) as connection:
        connection.recv()  # PS208: 20
        connection.recv_bytes()
    here, there = Pipe()
    here.send(1)
    return there.recv()


def servers(instance, check):
    server = SimpleXMLRPCServer(("localhost", 8000))
    server.register_instance(instance, allow_dotted_names=True)  # PS208: 59
    server.register_instance(instance, True)  # PS208: 40
    server.register_instance(instance)
    server.register_instance(instance, allow_dotted_names=False)
    logging.config.listen(9030)  # PS208: 20
    logging.config.listen(9030, verify=None)  # PS208: 20
    logging.config.listen(9030, verify=check)


class Queue:
    def recv_pyobj(self):
        return None


Queue().recv_pyobj()
