"""Databases, brokers, search, LLM and browser code."""
from __future__ import annotations

import os
import ssl

import aio_pika
import aiomqtt
import clickhouse_connect
import docker
import httplib2
import kombu
import mysql.connector
import neo4j
import paho.mqtt.client as mqtt
import pika
import pyodbc
import redis.asyncio as aioredis
import sqlalchemy as sa
import tornado.httpclient
import trino
import urllib3
import websocket
import yt_dlp
import zeep
from celery import Celery
from clickhouse_driver import Client as CHClient
from confluent_kafka import Consumer, Producer
from confluent_kafka.admin import AdminClient
from databricks import sql
from elasticsearch import AsyncElasticsearch, Elasticsearch
from elasticsearch.connection import create_ssl_context
from influxdb import InfluxDBClient
from influxdb_client import InfluxDBClient as Influx2
from kafka import KafkaConsumer
from playwright.async_api import async_playwright
from playwright.sync_api import sync_playwright
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from sqlalchemy import create_engine
from zabbix_utils import ZabbixAPI
from zeep.transports import Transport

CA = "/etc/pki/corp.pem"
app = Celery("jobs", broker="rediss://:pw@cache:6379/0?ssl_cert_reqs=none")  # PS101: 56
safe_app = Celery("jobs", broker="rediss://:pw@cache:6379/0?ssl_cert_reqs=required")
app.conf.update(task_serializer="json", broker_use_ssl={"ssl_cert_reqs": ssl.CERT_NONE})  # PS101: 78
app.conf.redis_backend_use_ssl = {"ssl_cert_reqs": ssl.CERT_REQUIRED}


def kafka_clients(bootstrap):
    conf = {
        "bootstrap.servers": bootstrap,
        "security.protocol": "SASL_SSL",
        "enable.ssl.certificate.verification": False,
    }
    producer = Producer(conf)  # PS101: 25
    consumer = Consumer({"bootstrap.servers": bootstrap, "ssl.endpoint.identification.algorithm": "none"})  # PS103: 99
    admin = AdminClient({**conf, "client.id": "admin"})  # PS101: 25
    Producer({"bootstrap.servers": bootstrap, "enable.ssl.certificate.verification": True})
    KafkaConsumer("topic", bootstrap_servers=bootstrap, security_protocol="SSL", ssl_check_hostname=False)  # PS103: 101
    KafkaConsumer("topic", bootstrap_servers=bootstrap, ssl_cafile=CA, enable_auto_commit=False)
    return producer, consumer, admin


def mqtt_client(host):
    client = mqtt.Client(client_id="sensor")
    client.tls_set(ca_certs=None, cert_reqs=ssl.CERT_NONE, tls_version=ssl.PROTOCOL_TLS)  # PS101: 49
    client.tls_insecure_set(True)  # PS103: 29
    client.connect(host, 8883)
    safe = mqtt.Client()
    safe.tls_set(ca_certs=CA)
    safe.tls_insecure_set(False)
    return client


class Sensor:
    def __init__(self):
        self.client = mqtt.Client()
        self.client.on_connect = self.on_connect

    def on_connect(self, client, userdata, flags, rc):
        client.subscribe("a/b")

    def start(self):
        self.client.tls_set(CA)
        self.client.tls_insecure_set(True)  # PS103: 38
        self.client.loop_start()


async def aio_mqtt():
    async with aiomqtt.Client("broker", tls_params=aiomqtt.TLSParameters(ca_certs=CA), tls_insecure=True) as c:  # PS103: 101
        await c.publish("a", 1)


async def rabbit():
    await aio_pika.connect_robust("amqps://u:p@rabbit/?no_verify_ssl=1")  # PS101: 56
    await aio_pika.connect_robust(host="rabbit", ssl=True, ssl_options={"no_verify_ssl": 1})  # PS101: 90
    return await aio_pika.connect_robust("amqps://u:p@rabbit/")


def rabbit_blocking():
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # PS102: 31
    params = pika.ConnectionParameters(host="rabbit", ssl_options=pika.SSLOptions(context))
    kombu.Connection("amqps://rabbit//", ssl={"cert_reqs": ssl.CERT_NONE})  # PS101: 64
    kombu.Connection("amqps://rabbit//", ssl={"ca_certs": CA})
    return pika.BlockingConnection(params)


def search():
    ctx = create_ssl_context()
    ctx.check_hostname = False
    ctx.verify_mode = ssl.CERT_NONE
    es = Elasticsearch(
        ["https://es1:9200", "https://es2:9200"],
        http_auth=("elastic", os.environ["ES_PASSWORD"]),
        use_ssl=True,
        verify_certs=False,  # PS101: 22
        ssl_show_warn=False,
    )
    Elasticsearch("https://es1:9200", ca_certs=CA, ssl_show_warn=False)
    return es, AsyncElasticsearch("https://es1:9200", api_key="k", verify_certs=False)  # PS101: 81


async def caches():
    r = aioredis.from_url("rediss://cache:6380", ssl_cert_reqs=None, decode_responses=True)  # PS101: 64
    pool = aioredis.ConnectionPool.from_url("rediss://cache:6380?ssl_cert_reqs=none")  # PS101: 66
    aioredis.Redis(host="cache", ssl=True, ssl_ca_certs=CA)
    return r, pool


def engines(user, pw):
    create_engine(f"mssql+pyodbc://{user}:{pw}@db/shop?driver=ODBC+Driver+18+for+SQL+Server&TrustServerCertificate=yes")  # PS101: 93
    create_engine(f"mssql+pyodbc://{user}:{pw}@db/shop?driver=ODBC+Driver+18+for+SQL+Server&Encrypt=yes")
    sa.create_engine("mysql+mysqlconnector://u@db/shop", connect_args={"ssl_verify_cert": False})  # PS101: 91
    sa.create_engine("postgresql+psycopg://u@db/shop", connect_args={"connect_timeout": 3}, echo=False)
    conn_str = (
        "DRIVER={ODBC Driver 18 for SQL Server};"
        f"SERVER=db;DATABASE=shop;UID={user};PWD={pw};"
        "Encrypt=yes;TrustServerCertificate=yes;"
    )
    pyodbc.connect(conn_str)  # PS101: 20
    pyodbc.connect("DRIVER={x};SERVER=db;Encrypt=yes;TrustServerCertificate=no")
    return mysql.connector.connect(host="db", user=user, password=pw, ssl_ca=CA, ssl_verify_cert=False)  # PS101: 98


def warehouses():
    CHClient("ch", secure=True, verify=False, user="u")  # PS101: 40
    CHClient.from_url("clickhouses://u:p@ch:9440/db?verify=False")  # PS101: 53
    clickhouse_connect.get_client(host="ch", secure=True, verify=False)  # PS101: 66
    clickhouse_connect.get_client(host="ch", secure=True, ca_cert=CA)
    trino.dbapi.connect(host="trino", http_scheme="https", verify=False)  # PS101: 67
    sql.connect(server_hostname="dbx", http_path="/sql", access_token="t", _tls_no_verify=True)  # PS101: 91
    sql.connect(server_hostname="dbx", http_path="/sql", access_token="t", _tls_no_verify=False)
    neo4j.GraphDatabase.driver("bolt+ssc://graph:7687", auth=("neo4j", "x"))  # PS101: 33
    neo4j.GraphDatabase.driver("bolt+s://graph:7687", auth=("neo4j", "x"))
    InfluxDBClient(host="influx", port=8086, ssl=True, verify_ssl=False)  # PS101: 67
    with Influx2(url="https://influx:8086", token="t", org="o", verify_ssl=False) as client:  # PS101: 76
        return client.query_api()


def soap(wsdl):
    import requests

    session = requests.Session()
    session.verify = False  # PS101: 22
    client = zeep.Client(wsdl, transport=Transport(session=session, timeout=30))
    other = zeep.Client(wsdl)
    other.transport.session.verify = False  # PS101: 38
    return client, other


def monitoring(token):
    api = ZabbixAPI(url="https://zbx", token=token, validate_certs=False)  # PS101: 68
    docker.DockerClient("tcp://d:2376", tls=docker.tls.TLSConfig(verify=False))  # PS101: 73
    h = httplib2.Http(".cache", disable_ssl_certificate_validation=True)  # PS101: 68
    h2 = httplib2.Http(timeout=3)
    h2.disable_ssl_certificate_validation = True  # PS101: 45
    return api, h, h2


async def tornado_fetch(url):
    client = tornado.httpclient.AsyncHTTPClient()
    req = tornado.httpclient.HTTPRequest(url, method="GET", validate_cert=False, request_timeout=5)  # PS101: 75
    req2 = tornado.httpclient.HTTPRequest(url)
    req2.validate_cert = False  # PS101: 26
    await client.fetch(req2)
    return await client.fetch(req)


def feed(on_message):
    ws = websocket.WebSocketApp("wss://feed", on_message=on_message)
    ws.run_forever(sslopt={"cert_reqs": ssl.CERT_NONE}, ping_interval=20)  # PS101: 45
    ws.run_forever(sslopt={"ca_certs": CA}, ping_interval=20)
    return websocket.create_connection("wss://feed", sslopt={"check_hostname": False, "ca_certs": CA})  # PS103: 80


def browser():
    options = Options()
    options.add_argument("--headless=new")
    options.add_argument("--ignore-certificate-errors")  # PS101: 26
    firefox = webdriver.FirefoxOptions()
    firefox.accept_insecure_certs = True  # PS101: 37
    firefox.set_capability("acceptInsecureCerts", False)
    edge = webdriver.EdgeOptions()
    for arg in ("--no-sandbox", "--disable-gpu", "--ignore-certificate-errors"):
        edge.add_argument(arg)  # PS101: 27
    return webdriver.Chrome(options=options)


def page(url):
    with sync_playwright() as p:
        b = p.chromium.launch(headless=True, args=["--no-sandbox"])
        ctx = b.new_context(ignore_https_errors=True, locale="en")  # PS101: 49
        pg = ctx.new_page()
        pg.goto(url)
        api = p.request.new_context(base_url=url, ignore_https_errors=True)  # PS101: 71
        return pg.content(), api


async def apage(url):
    async with async_playwright() as p:
        b = await p.firefox.launch()
        pg = await b.new_page(ignore_https_errors=True)  # PS101: 51
        safe = await b.new_context(ignore_https_errors=False)
        await pg.goto(url)
        return safe


def video(url):
    ydl_opts = {"format": "best", "quiet": True, "nocheckcertificate": True}
    with yt_dlp.YoutubeDL(ydl_opts) as ydl:  # PS101: 27
        ydl.download([url])
    with yt_dlp.YoutubeDL({"quiet": True}) as ydl:
        ydl.download([url])


urllib3.disable_warnings()
