"""PS202 and PS207: pickle as Spark bundles it, and switched on by a test's environment."""
import pytest
from pyspark import cloudpickle
from pyspark.cloudpickle import loads
from pyspark.serializers import CloudPickleSerializer


def module(encoded):
    return cloudpickle.loads(encoded)  # PS202: 24


def function(encoded):
    return loads(encoded)  # PS202: 12


def serializer(encoded):
    return CloudPickleSerializer().loads(encoded)  # PS202: 36


def round_trip(value):
    return cloudpickle.loads(cloudpickle.dumps(value))


def test_environment(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("AIRFLOW__CORE__ENABLE_XCOM_PICKLING", "True")  # PS207: 63
    monkeypatch.setenv("AIRFLOW__CORE__ENABLE_XCOM_PICKLING", "False")
