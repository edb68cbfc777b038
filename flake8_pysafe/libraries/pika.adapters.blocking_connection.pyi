"""pika.adapters.blocking_connection of pika 1.0 to 1.4: https://pika.readthedocs.io/en/stable/"""

from flake8_pysafe.markers import Remote

# What a channel calls with a message.
class MessageCallback:
    def __call__(self, channel, method, properties, body: Remote): ...

class BlockingChannel:
    def basic_consume(
        self,
        queue,
        on_message_callback: MessageCallback,
        auto_ack=...,
        exclusive=...,
        consumer_tag=...,
        arguments=...,
    ) -> object: ...
    def basic_get(self, queue, auto_ack=...) -> Remote: ...
    def consume(self, queue, auto_ack=..., exclusive=..., arguments=..., inactivity_timeout=...) -> Remote: ...

class BlockingConnection:
    def __init__(self, parameters=...) -> None: ...
    def channel(self, channel_number=...) -> BlockingChannel: ...
