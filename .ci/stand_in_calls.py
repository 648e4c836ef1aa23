"""What stand-in.py calls: functions run in a JVM of their own, and an HTTP API before them.

Moto keeps functions and APIs, but runs the former in Docker and the latter not at all. Here the deployed jar's handler is
called as Lambda would: its variables, its memory, one event. Its log goes to its log group.
"""

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import stand_in_roles
from moto.apigatewayv2.models import apigatewayv2_backends
from moto.awslambda.models import LambdaFunction
from moto.awslambda.utils import get_backend
from moto.s3 import notifications

ACCOUNT = "123456789012"
REGION = os.environ["AWS_REGION"]
WORK = tempfile.mkdtemp()
# Lambda's runtime gives the heap this share of a function's memory.
HEAP = 0.85


def code(function):
    """The deployable, as a file."""
    path = os.path.join(WORK, hashlib.sha256(function.code_bytes).hexdigest() + ".jar")
    if not os.path.exists(path):
        with open(path + ".new", "wb") as file:
            file.write(function.code_bytes)
        os.replace(path + ".new", path)
    return path


def variables(function):
    """Those of the function, with its role's credentials. Its issuer is the one on this machine."""
    given = {**function.environment_vars, "AWS_ACCESS_KEY_ID": stand_in_roles.access_key(function.role)}
    if "OWLET_ISSUER" in given:
        given["OWLET_ISSUER"] = re.sub("^https://[^/]+", os.environ["AWS_ENDPOINT_URL"], given["OWLET_ISSUER"])
    return {**os.environ, **given}


def run(function, event=None):
    """The answer, whether the function failed, and the end of its log, as moto asks for them."""
    peak = tempfile.NamedTemporaryFile(dir=WORK, delete=False).name
    command = [
        "java",
        f"-Xmx{int(function.memory_size * HEAP)}m",
        f"-Dpeak={peak}",
        "-cp",
        code(function) + os.pathsep + sys.argv[2],
        "Invoke",
        function.handler,
    ]
    text = event if isinstance(event, str) else json.dumps(event)
    done = subprocess.run(command, input=text.encode(), env=variables(function), capture_output=True, timeout=function.timeout)
    with open(peak) as file:
        memory = file.read().strip() or "0"
    os.remove(peak)
    log = done.stderr.decode() + f"REPORT Memory Size: {function.memory_size} MB Max Memory Used: {memory} MB\n"
    function.logs_backend.ensure_log_group(function.logs_group_name)
    function.save_logs(log)
    if done.returncode:
        return json.dumps({"errorMessage": "the function failed", "errorType": "Error"}), True, log
    return done.stdout.decode() or "null", False, log


def function_of(arn):
    """arn:aws:lambda:region:account:function:name:alias"""
    name, alias = arn.split(":")[6:8]
    return get_backend(ACCOUNT, REGION).get_function(name, alias)


def later(account, event, arn, region):
    """An event of a bucket: the function takes it after the object was put, and at least once: here, twice."""

    def twice():
        for _ in range(2):
            run(function_of(arn), event)

    threading.Thread(target=twice).start()


class HttpApi(BaseHTTPRequestHandler):
    """The APIs that are deployed, by the Host they are asked as."""

    protocol_version = "HTTP/1.1"

    def route(self, api, method, path):
        """The most specific one: without variables, then without a greedy one."""

        def matches(key):
            verb, pattern = key.split(" ")
            expression = re.sub(r"\\{[^}]*?(\\\+)?\\}", lambda m: ".+" if m[1] else "[^/]+", re.escape(pattern))
            return verb in ("ANY", method) and re.fullmatch(expression, path)

        found = [route for route in api.routes.values() if matches(route.route_key)]
        return min(found, key=lambda r: ("+}" in r.route_key, "{" in r.route_key), default=None)

    def claims(self, api, route):
        """What the JWT authorizer lets through; the signature is the function's matter here."""
        expected = api.authorizers[route.authorizer_id].jwt_config
        try:
            payload = self.headers["authorization"].removeprefix("Bearer ").split(".")[1]
            claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
        except (AttributeError, IndexError, ValueError):
            return None
        same = urlsplit(claims.get("iss", "")).path == urlsplit(expected["issuer"]).path
        return claims if same and claims.get("client_id", claims.get("aud")) in expected["audience"] else None

    def answer(self, status, headers, body):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def handle_call(self):
        body = self.rfile.read(int(self.headers["content-length"] or 0))
        refusal = {"content-type": "application/json"}
        api = apigatewayv2_backends[ACCOUNT][REGION].apis[self.headers["host"].split(".")[0]]
        address = urlsplit(self.path)
        route = self.route(api, self.command, address.path)
        if route is None:
            return self.answer(404, refusal, b'{"message":"Not Found"}')
        if route.authorization_type == "JWT" and self.claims(api, route) is None:
            return self.answer(401, refusal, b'{"message":"Unauthorized"}')
        event = {
            "version": "2.0",
            "routeKey": route.route_key,
            "rawPath": address.path,
            "rawQueryString": address.query,
            "headers": {name.lower(): value for name, value in self.headers.items()},
            "requestContext": {"stage": "$default", "http": {"method": self.command, "path": address.path}},
            "body": base64.b64encode(body).decode(),
            "isBase64Encoded": True,
        }
        integration = api.integrations[route.target.removeprefix("integrations/")]
        arn = re.search(r"functions/(.+)/invocations", integration.integration_uri)[1]
        result, failed, _ = run(function_of(arn), event)
        if failed:
            return self.answer(500, refusal, b'{"message":"Internal Server Error"}')
        response = json.loads(result)
        content = response.get("body") or ""
        encoded = response.get("isBase64Encoded")
        self.answer(response["statusCode"], response["headers"], base64.b64decode(content) if encoded else content.encode())

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = handle_call


def start(port):
    LambdaFunction._invoke_lambda = run
    notifications._invoke_awslambda = later
    threading.Thread(target=ThreadingHTTPServer(("127.0.0.1", port), HttpApi).serve_forever, daemon=True).start()
