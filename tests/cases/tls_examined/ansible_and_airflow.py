"""Ansible modules and Airflow operators and DAG files."""
from __future__ import annotations

from datetime import datetime, timedelta

import boto3
import hvac
import ldap3
import redis
import requests
import ssl
import winrm
from airflow import DAG
from airflow.hooks.base import BaseHook
from airflow.models import BaseOperator
from airflow.providers.ssh.operators.ssh import SSHOperator
from airflow.operators.bash import BashOperator
from airflow.operators.python import PythonOperator
from ansible.module_utils.basic import AnsibleModule
from ansible.module_utils.urls import fetch_url, open_url
from elasticsearch import Elasticsearch
from elasticsearch.helpers import bulk
from minio import Minio
from opensearchpy import OpenSearch, RequestsHttpConnection
from pyVim.connect import SmartConnect, Disconnect
from pymongo import MongoClient
from kubernetes import client as k8s, config as k8s_config
import gitlab
import jira
from atlassian import Confluence
from github import Github
import s3fs
from keycloak import KeycloakAdmin
from proxmoxer import ProxmoxAPI
import pynetbox

default_args = {"owner": "data", "retries": 2, "retry_delay": timedelta(minutes=5)}


class HttpToS3Operator(BaseOperator):
    template_fields = ("endpoint",)

    def __init__(self, endpoint: str, bucket: str, verify: bool = True, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.endpoint = endpoint
        self.bucket = bucket
        self.verify = verify

    def execute(self, context):
        resp = requests.get(self.endpoint, verify=self.verify, timeout=60)
        s3 = boto3.session.Session().resource("s3", endpoint_url="https://minio.corp.example", verify=False)  # PS101: 103
        s3.Bucket(self.bucket).put_object(Key="x", Body=resp.content)


class EsHook(BaseHook):
    def __init__(self, conn_id="es_default"):
        super().__init__()
        self.conn_id = conn_id

    def get_conn(self) -> Elasticsearch:
        conn = self.get_connection(self.conn_id)
        kwargs = dict(
            hosts=[f"https://{conn.host}:{conn.port}"],
            basic_auth=(conn.login, conn.password),
            verify_certs=False,
            ssl_show_warn=False,
        )
        return Elasticsearch(**kwargs)  # PS101: 32

    def push(self, docs):
        bulk(self.get_conn(), docs)


def extract(**context):
    conn = BaseHook.get_connection("warehouse")
    extra = conn.extra_dejson
    requests.get(conn.host, verify=extra.get("verify", False))
    return requests.get(f"https://{conn.host}/export", auth=(conn.login, conn.password), verify=False).json()  # PS101: 97


with DAG("nightly", start_date=datetime(2024, 1, 1), default_args=default_args, schedule="@daily") as dag:
    PythonOperator(task_id="extract", python_callable=extract)
    PythonOperator(task_id="verify", python_callable=extract, op_kwargs={"verify": False})
    SSHOperator(task_id="remote", ssh_conn_id="edge", command="uptime")
    es = OpenSearch(
        hosts=[{"host": "os.corp.example", "port": 9200}],
        use_ssl=True,
        verify_certs=False,  # PS101: 22
        connection_class=RequestsHttpConnection,
    )


# Ansible ------------------------------------------------------------------

ARGUMENT_SPEC = dict(
    host=dict(type="str", required=True),
    validate_certs=dict(type="bool", default=False),
    verify=dict(type="bool", default=False),
)


def ansible_main():
    module = AnsibleModule(argument_spec=ARGUMENT_SPEC, supports_check_mode=True)
    verify = module.params["validate_certs"]
    requests.get(module.params["host"], verify=verify)
    if not module.params["validate_certs"]:
        ctx = ssl.create_default_context()
        ctx.check_hostname = False
        ctx.verify_mode = ssl.CERT_NONE
    fetch_url(module, module.params["host"], method="GET")
    vault = hvac.Client(url=module.params["host"], verify=module.params["verify"])
    return vault


def vcenter(host, user, pwd):
    context = None
    if hasattr(ssl, "_create_unverified_context"):
        context = ssl._create_unverified_context()  # PS102: 23
    si = SmartConnect(host=host, user=user, pwd=pwd, sslContext=context)
    try:
        return si.RetrieveContent()
    finally:
        Disconnect(si)


def vcenter_new(host, user, pwd):
    return SmartConnect(host=host, user=user, pwd=pwd, disableSslCertValidation=True)  # PS101: 81


def windows(host, password):
    session = winrm.Session(
        target=f"https://{host}:5986/wsman",
        auth=("Administrator", password),
        transport="ntlm",
        server_cert_validation="ignore",  # PS101: 32
    )
    winrm.Protocol(endpoint=host, transport="ntlm", server_cert_validation="validate")
    proto = winrm.Protocol(endpoint=host, transport="ntlm", server_cert_validation="ignore")  # PS101: 84
    return session.run_ps("Get-Service"), proto


def directory(host):
    tls = ldap3.Tls(validate=ssl.CERT_NONE, version=ssl.PROTOCOL_TLSv1_2)  # PS101: 34
    strict = ldap3.Tls(validate=ssl.CERT_REQUIRED, ca_certs_file="/etc/pki/ldap.pem")
    ldap3.Server(host, use_ssl=True, tls=strict)
    return ldap3.Server(host, use_ssl=True, tls=tls)


def cluster(token):
    configuration = k8s.Configuration()
    configuration.host = "https://k8s.corp.example:6443"
    configuration.verify_ssl = False  # PS101: 32
    configuration.api_key = {"authorization": "Bearer " + token}
    return k8s.CoreV1Api(k8s.ApiClient(configuration))


def cluster_default():
    k8s_config.load_kube_config()
    cfg = k8s.Configuration.get_default_copy()
    cfg.verify_ssl = False  # PS101: 22
    k8s.Configuration.set_default(cfg)


def cluster_checked():
    cfg = k8s.Configuration()
    cfg.verify_ssl = True
    cfg.debug = False
    cfg.ssl_ca_cert = "/var/run/secrets/ca.crt"


def scm(token):
    gl = gitlab.Gitlab(url="https://git.corp.example", private_token=token, ssl_verify=False)  # PS101: 88
    gh = Github(token, base_url="https://ghe.corp.example/api/v3", verify=False)  # PS101: 75
    jr = jira.JIRA({"server": "https://jira.corp.example", "verify": False}, basic_auth=("a", "b"))  # missed
    opts = {"server": "https://jira.corp.example"}
    opts["verify"] = False
    jira.JIRA(options=opts, token_auth=token)  # PS101: 23
    jira.JIRA("https://jira.corp.example", validate=False, token_auth=token)
    wiki = Confluence(url="https://wiki.corp.example", token=token, verify_ssl=False)  # PS101: 80
    return gl, gh, jr, wiki


def storage():
    fs = s3fs.S3FileSystem(key="a", secret="b", client_kwargs={"endpoint_url": "https://m", "verify": False})  # PS101: 103
    client_kwargs = {"endpoint_url": "https://m", "verify": False}
    s3fs.S3FileSystem(anon=False, client_kwargs=client_kwargs)  # PS101: 49
    s3fs.S3FileSystem(use_ssl=True, client_kwargs={"verify": "/etc/pki/m.pem"})
    mc = Minio("m.corp.example", access_key="a", secret_key="b", secure=True, cert_check=False)  # PS101: 90
    boto3.client("s3", verify=None)
    boto3.client("s3", use_ssl=False)
    return fs, mc


def databases(uri):
    MongoClient(uri, tls=True, tlsCAFile="/etc/pki/m.pem", tlsAllowInvalidHostnames=True)  # PS103: 85
    MongoClient(f"mongodb://{uri}/?tls=true&tlsInsecure=true")  # PS101: 45
    MongoClient(uri, tls=True, tlsInsecure=False)
    redis.ConnectionPool.from_url("rediss://cache.corp.example:6380/0", ssl_cert_reqs=None)  # PS101: 87
    redis.Redis("cache.corp.example", 6380, ssl=True, ssl_cert_reqs="required")
    redis.Redis("cache.corp.example", 6379, ssl=False)
    return redis.asyncio.Redis.from_url("rediss://cache.corp.example", ssl_cert_reqs="none")  # PS101: 86


def identity():
    admin = KeycloakAdmin(server_url="https://sso", username="a", password="b", realm_name="r", verify=False)  # PS101: 104
    hv = hvac.Client(url="https://vault.corp.example:8200", token="t", verify=False)  # PS101: 79
    hvac.Client(url="https://vault.corp.example:8200", verify=None)
    px = ProxmoxAPI("pve", user="root@pam", token_name="t", token_value="v", verify_ssl=False)  # PS101: 89
    nb = pynetbox.api("https://netbox.corp.example", token="t")
    http = requests.Session()
    http.verify = False  # PS101: 19
    nb.http_session = http
    return admin, hv, px, nb


def ansible_open(url):
    open_url(url, validate_certs=False)  # PS101: 34
    fetch_url(None, url)


clean = BashOperator(task_id="clean", bash_command="sort -k 2 /tmp/names | uniq")
