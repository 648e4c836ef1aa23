"""Roles of functions, which moto does not ask about: what a function does in S3, and what others do by addresses that it
signed, must stand in an Allow of its role. A function's access key is its role's name behind ROLE-.
"""

import fnmatch
import json
import re
from urllib.parse import parse_qs, unquote, urlsplit

from moto.iam.models import iam_backends
from moto.moto_server.werkzeug_app import DomainDispatcherApplication

ACCOUNT = "123456789012"
KEY = "ROLE-"


def listed(value):
    return value if isinstance(value, list) else [value]


def access_key(role_arn):
    return KEY + role_arn.split("/")[-1]


def allowed(role, action, resource, prefix):
    """Whether a statement of the role allows it. The only condition that modules set is on the prefix of a list."""
    for document in iam_backends[ACCOUNT]["global"].get_role(role).policies.values():
        for s in listed(json.loads(document)["Statement"]):
            patterns = listed(s.get("Condition", {}).get("StringLikeIfExists", {}).get("s3:prefix", ["*"]))
            if (
                s["Effect"] == "Allow"
                and action in listed(s["Action"])
                and any(fnmatch.fnmatchcase(resource, pattern) for pattern in listed(s["Resource"]))
                and (prefix is None or any(fnmatch.fnmatchcase(prefix, pattern) for pattern in patterns))
            ):
                return True
    return False


def action_of(method, key, query):
    """Amazon S3 User Guide, "Required permissions for Amazon S3 API operations"."""
    if not key:
        return "s3:DeleteObject" if "delete" in query else "s3:ListBucket"
    if method in ("GET", "HEAD"):
        return "s3:ListMultipartUploadParts" if "uploadId" in query else "s3:GetObject"
    if method == "DELETE":
        return "s3:AbortMultipartUpload" if "uploadId" in query else "s3:DeleteObject"
    return "s3:PutObject"


def caller(environ, query):
    signed = re.search(r"Credential=([^/]+)/", environ.get("HTTP_AUTHORIZATION", ""))
    name = signed[1] if signed else query.get("X-Amz-Credential", [""])[0].split("/")[0]
    return name.removeprefix(KEY) if name.startswith(KEY) else None


def refused(environ, start_response, why):
    print(f"refused: {why}", flush=True)
    start_response("403 Forbidden", [("content-type", "application/xml")])
    return [f"<Error><Code>AccessDenied</Code><Message>{why}</Message></Error>".encode()]


unchecked = DomainDispatcherApplication.__call__


def checked(self, environ, start_response):
    query = parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True)
    role = caller(environ, query)
    if role is None:
        return unchecked(self, environ, start_response)
    method = environ["REQUEST_METHOD"]
    bucket, _, key = unquote(urlsplit(environ["PATH_INFO"]).path).lstrip("/").partition("/")
    action = action_of(method, key, query)
    arn = f"arn:aws:s3:::{bucket}"
    prefix = query.get("prefix", [""])[0] if action == "s3:ListBucket" else None
    resource = arn + (f"/{key}" if key else "/*" if action == "s3:DeleteObject" else "")
    if not allowed(role, action, resource, prefix):
        return refused(environ, start_response, f"{role} may not {action} {resource} {prefix or ''}")

    def as_s3(status, headers, *more):
        # What is not there is 403, not 404, for those who may not list.
        if status.startswith("404") and action == "s3:GetObject" and not allowed(role, "s3:ListBucket", arn, None):
            status = "403 Forbidden"
        return start_response(status, headers, *more)

    return unchecked(self, environ, as_s3)


def start():
    DomainDispatcherApplication.__call__ = checked
