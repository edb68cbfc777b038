"""Web handlers and HTTP clients."""
import base64
import hashlib
import hmac
import io
import json
import pickle
from http.server import BaseHTTPRequestHandler
from urllib.request import Request as UrlRequest, urlopen

import boto3
import cloudpickle
import httpx
import joblib
import jsonpickle
import numpy as np
import pandas as pd
import requests
import torch
import yaml
from django.http import HttpRequest, JsonResponse
from django.views import View
from fastapi import APIRouter, Body, FastAPI, File, UploadFile, WebSocket
from flask import Blueprint, Flask, abort, jsonify, make_response, request, session
from itsdangerous import URLSafeTimedSerializer
from rest_framework.views import APIView
from werkzeug.utils import secure_filename

app = Flask(__name__)
api = FastAPI()
router = APIRouter()
bp = Blueprint("admin", __name__)


@app.route("/cart")
def cart():
    cookie = request.cookies.get("cart")
    if not cookie:
        return jsonify(items=[])
    items = pickle.loads(base64.b64decode(cookie))  # PS201: 20
    response = make_response(jsonify(items=items))
    response.set_cookie("cart", base64.b64encode(pickle.dumps(items)).decode())
    return response


@app.route("/cart.json")
def cart_json():
    return jsonify(items=json.loads(request.cookies.get("cart", "[]")))


@bp.route("/import", methods=["POST"])
def import_settings():
    upload = request.files["file"]
    if not secure_filename(upload.filename).endswith((".yml", ".yaml")):
        abort(400)
    settings = yaml.load(upload.stream, Loader=yaml.Loader)  # PS201: 53
    return jsonify(settings)


@bp.route("/export", methods=["POST"])
def check_settings():
    return jsonify(yaml.safe_load(request.get_data()))


@app.post("/predict")
def predict():
    payload = request.get_json()
    vector = pickle.loads(bytes.fromhex(payload["vector"]))  # PS201: 21
    return jsonify(score=float(sum(vector)))


@app.post("/tree")
def tree():
    body = request.get_data(as_text=True)
    obj = jsonpickle.decode(body, keys=True)  # PS201: 22
    return jsonify(kind=type(obj).__name__)


@app.post("/array")
def array():
    data = np.load(io.BytesIO(request.data), allow_pickle=True)  # PS201: 59
    return jsonify(shape=data.shape)


@app.post("/array-safe")
def array_safe():
    data = np.load(io.BytesIO(request.data), allow_pickle=False)
    return jsonify(shape=data.shape)


@api.post("/model")
async def upload_model(file: UploadFile = File(...)):
    contents = await file.read()
    model = joblib.load(io.BytesIO(contents))  # PS201: 20
    return {"kind": type(model).__name__}


@router.put("/state")
async def put_state(state: str = Body(...)):
    return {"state": json.loads(state)}


@api.websocket("/ws")
async def endpoint(websocket: WebSocket):
    await websocket.accept()
    while True:
        message = await websocket.receive_bytes()
        await websocket.send_bytes(pickle.dumps(cloudpickle.loads(message)()))  # PS201: 61


class Restore(View):
    def post(self, request):
        state = pickle.loads(request.body)  # PS201: 24
        return JsonResponse(state)

    def get(self, request):
        return JsonResponse(json.loads(request.GET["state"]))


class Tasks(APIView):
    def post(self, request):
        blob = base64.b64decode(request.data["task"])
        return JsonResponse({"task": repr(pickle.loads(blob))})  # PS202: 50


def upload_view(request: HttpRequest):
    uploaded = request.FILES["frame"]
    frame = pd.read_pickle(uploaded)  # PS201: 16
    return JsonResponse(frame.describe().to_dict())


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        length = int(self.headers["Content-Length"])
        raw = self.rfile.read(length)
        obj = pickle.loads(raw)  # PS201: 22
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(obj).encode())

    def do_PUT(self):
        obj = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.wfile.write(repr(obj).encode())


def application(environ, start_response):
    body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
    obj = pickle.loads(body)  # PS201: 18
    start_response("200 OK", [])
    return [repr(obj).encode()]


class Client:
    def __init__(self, base):
        self.base = base
        self.session = requests.Session()

    def fetch(self, name):
        response = self.session.get(f"{self.base}/{name}", timeout=10)
        response.raise_for_status()
        return pickle.loads(response.content)  # PS201: 23

    def fetch_config(self, name):
        return yaml.load(requests.get(f"{self.base}/{name}.yml").text, Loader=yaml.FullLoader)  # PS204: 84

    def fetch_json(self, name):
        return self.session.get(f"{self.base}/{name}.json", timeout=10).json()

    def fetch_state(self, name):
        with urlopen(UrlRequest(self.base + name, headers={"Accept": "*/*"})) as answer:
            return torch.load(io.BytesIO(answer.read()), weights_only=False)  # PS201: 71


async def fetch(url):
    async with httpx.AsyncClient() as client:
        r = await client.get(url)
        return pickle.loads(r.content)  # PS201: 23


def from_bucket(bucket, key):
    s3 = boto3.resource("s3")
    body = s3.Object(bucket, key).get()["Body"].read()
    return pickle.loads(body)  # PS201: 19


def from_bucket_by_buffer(bucket, key):
    buffer = io.BytesIO()
    boto3.client("s3").download_fileobj(bucket, key, buffer)
    buffer.seek(0)
    return joblib.load(buffer)  # PS202: 19


def verified(token: bytes, key: bytes):
    signature, payload = token[:32], token[32:]
    if not hmac.compare_digest(signature, hmac.new(key, payload, hashlib.sha256).digest()):
        raise ValueError("bad signature")
    return pickle.loads(payload)  # PS202: 19


def signed_json(token, key):
    return URLSafeTimedSerializer(key).loads(token, max_age=3600)


def session_state():
    return json.loads(session["state"])
