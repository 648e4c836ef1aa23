"""AWS on this machine, for .ci/terraform: moto's server, with what its version 5.2 lacks of the calls that the modules cause.

Usage: stand-in.py PORT FOLDER PORT: where AWS answers, where the class Invoke lies, where its HTTP APIs answer. Every patch
says what is missed without it. All of it is memory: nothing outlives the process.
"""

import fnmatch
import json
import sys
import uuid

import stand_in_calls
import stand_in_roles
from moto.athena import responses as athena
from moto.awslambda import models as functions
from moto.budgets import responses as budgets
from moto.cloudfront import models as distributions
from moto.cloudfront import responses as cloudfront
from moto.cloudfront import urls as cloudfront_urls
from moto.cloudfront.exceptions import CloudFrontException
from moto.cognitoidp import models as pools
from moto.cognitoidp.exceptions import InvalidParameterException
from moto.core.responses import ActionResult, EmptyResult
from moto.iam.access_control import PermissionResult
from moto.s3 import models as buckets
from moto.server import main

LONG_AGO = "2026-01-01T00:00:00Z"


def after_init(cls, also):
    """Runs `also` with the arguments of every new object of a class."""
    init = cls.__init__

    def both(self, *args, **kwargs):
        init(self, *args, **kwargs)
        also(self, *args, **kwargs)

    cls.__init__ = both


def actions(cls, **methods):
    for name, method in methods.items():
        setattr(cls, name, method)


# CloudFront: functions and policies for response headers are missing altogether.


class Missing(CloudFrontException):
    code = 404

    def __init__(self, kind):
        super().__init__(f"NoSuch{kind}", f"There is no such {kind}.")


class Kept:
    """Things of one kind, by id, each with the tag of its last change."""

    def __init__(self, kind):
        self.kind = kind
        self.things = {}

    def put(self, key, thing):
        self.things[key] = (thing, uuid.uuid4().hex)
        return self.get(key)

    def get(self, key):
        if key not in self.things:
            raise Missing(self.kind)
        return self.things[key]

    def drop(self, key):
        self.get(key)
        del self.things[key]
        return EmptyResult()


policies = Kept("ResponseHeadersPolicy")
scripts = Kept("FunctionExists")


def policy_answer(key, kept):
    config, tag = kept
    policy = {"Id": key, "LastModifiedTime": LONG_AGO, "ResponseHeadersPolicyConfig": config}
    return ActionResult({"ResponseHeadersPolicy": policy, "ETag": tag})


def put_policy(self, key=None):
    key = key or self._get_param("Id")
    return policy_answer(key, policies.put(key, self._get_param("ResponseHeadersPolicyConfig")))


actions(
    cloudfront.CloudFrontResponse,
    create_response_headers_policy=lambda self: put_policy(self, str(uuid.uuid4())),
    update_response_headers_policy=put_policy,
    get_response_headers_policy=lambda self: policy_answer(self._get_param("Id"), policies.get(self._get_param("Id"))),
    delete_response_headers_policy=lambda self: policies.drop(self._get_param("Id")),
)


def script_answer(name, kept):
    script, tag = kept
    arn = f"arn:aws:cloudfront::123456789012:function/{name}"
    metadata = {"FunctionARN": arn, "Stage": "LIVE", "CreatedTime": LONG_AGO, "LastModifiedTime": LONG_AGO}
    summary = {"Name": name, "Status": "UNASSOCIATED", "FunctionConfig": script["config"], "FunctionMetadata": metadata}
    return ActionResult({"FunctionSummary": summary, "ETag": tag})


def put_script(self):
    name = self._get_param("Name")
    script = {"config": self._get_param("FunctionConfig"), "code": self._get_param("FunctionCode")}
    return script_answer(name, scripts.put(name, script))


def script_code(self):
    script, tag = scripts.get(self._get_param("Name"))
    return ActionResult({"FunctionCode": script["code"], "ETag": tag, "ContentType": "application/octet-stream"})


def script_summary(self):
    name = self._get_param("Name")
    return script_answer(name, scripts.get(name))


actions(
    cloudfront.CloudFrontResponse,
    create_function=put_script,
    update_function=put_script,
    publish_function=script_summary,
    describe_function=script_summary,
    get_function=script_code,
    delete_function=lambda self: scripts.drop(self._get_param("Name")),
)
for path in (
    "response-headers-policy",
    "response-headers-policy/(?P<id>[^/]+)",
    "response-headers-policy/(?P<id>[^/]+)/config",
    "function",
    "function/(?P<name>[^/]+)",
    "function/(?P<name>[^/]+)/describe",
    "function/(?P<name>[^/]+)/publish",
):
    cloudfront_urls.url_paths["{0}/2020-05-31/" + path + "$"] = cloudfront.CloudFrontResponse.dispatch


# CloudFront: parts of a distribution are forgotten or made up, so that every plan finds a difference.


def behaviour(self, config):
    self.function_associations = config.get("FunctionAssociations") or {"Quantity": 0}
    if config.get("CachePolicyId"):
        del self.forwarded_values


def origin(self, config):
    self.origin_access_control_id = config.get("OriginAccessControlId") or ""


def certificate(self, config):
    if self.cloud_front_default_certificate in (True, "true"):
        self.ssl_support_method = None


def distribution(self, account, region, config):
    self.arn = f"arn:aws:cloudfront::{account}:distribution/{self.id}"


after_init(distributions.DefaultCacheBehaviour, behaviour)
after_init(distributions.Origin, origin)
after_init(distributions.ViewerCertificate, certificate)
after_init(distributions.Distribution, distribution)


# Budgets: tags, and who is told by a notification.
tags = {}


def budget_arn(self):
    name = self._get_param("Budget")["BudgetName"]
    return f"arn:aws:budgets::{self._get_param('AccountId')}:budget/{name}"


create_budget = budgets.BudgetsResponse.create_budget


def create_tagged_budget(self):
    tags[budget_arn(self)] = self._get_param("ResourceTags") or []
    return create_budget(self)


def subscribers(self):
    wanted = {k: v for k, v in self._get_param("Notification").items() if k != "NotificationState"}
    budget = self.backend.budgets[self._get_param("AccountId")][self._get_param("BudgetName")]
    found = [n.subscribers for n in budget.notifications if wanted.items() <= n.details.items()]
    return json.dumps({"Subscribers": found[0] if found else []})


actions(
    budgets.BudgetsResponse,
    create_budget=create_tagged_budget,
    describe_subscribers_for_notification=subscribers,
    list_tags_for_resource=lambda self: json.dumps({"ResourceTags": tags.get(self._get_param("ResourceARN"), [])}),
)


# S3: a policy with any Condition refuses everything.


def conditions():
    """What is known of a request. Plain HTTP on this machine stands for TLS."""
    from flask import request

    parts = "partNumber" in request.args or "uploads" in request.args
    known = {
        "aws:securetransport": "true",
        "s3:if-none-match": request.headers.get("If-None-Match"),
        "s3:objectcreationoperation": "false" if parts else "true",
    }
    return {key: value for key, value in known.items() if value is not None}


def listed(value):
    return value if isinstance(value, list) else [value]


def holds(test, key, wanted, known):
    value = known.get(key.lower())
    wanted = [str(want).lower() for want in listed(wanted)]
    if test == "Null":
        return str(value is None).lower() in wanted
    return test in ("Bool", "StringEquals") and value is not None and value.lower() in wanted


def applies(statement, action, resource, known):
    return (
        statement["Principal"] in ("*", {"AWS": "*"})
        and any(fnmatch.fnmatchcase(action, pattern) for pattern in listed(statement["Action"]))
        and any(fnmatch.fnmatchcase(resource, pattern) for pattern in listed(statement["Resource"]))
        and all(
            holds(test, key, wanted, known)
            for test, tests in statement.get("Condition", {}).items()
            for key, wanted in tests.items()
        )
    )


def permission(self, action, resource):
    if self.policy is None:
        return PermissionResult.NEUTRAL
    known = conditions()
    effects = [s["Effect"] for s in listed(json.loads(self.policy)["Statement"]) if applies(s, action, resource, known)]
    if "Deny" in effects:
        return PermissionResult.DENIED
    return PermissionResult.PERMITTED if effects else PermissionResult.NEUTRAL


buckets.FakeBucket.get_permission = permission
# And the marker of a deletion cannot itself be deleted for good.
buckets.FakeDeleteMarker.dispose = lambda self: None


# Lambda: SnapStart and the settings of logs are forgotten.


def function_made(self, spec, *args, **kwargs):
    self.kept = {key: spec[key] for key in ("SnapStart", "LoggingConfig") if spec.get(key)}


configuration = functions.LambdaFunction.get_configuration
update_configuration = functions.LambdaFunction.update_configuration


def kept_configuration(self, *args, **kwargs):
    answer = configuration(self, *args, **kwargs)
    answer.update(self.kept)
    apply_on = self.kept.get("SnapStart", {}).get("ApplyOn", "None")
    on = apply_on != "None" and str(self.version) != "$LATEST"
    answer["SnapStart"] = {"ApplyOn": apply_on, "OptimizationStatus": "On" if on else "Off"}
    return answer


def update_kept(self, updates):
    function_made(self, {**self.kept, **updates})
    return update_configuration(self, updates)


after_init(functions.LambdaFunction, function_made)
actions(functions.LambdaFunction, get_configuration=kept_configuration, update_configuration=update_kept)


# Athena: changes of a workgroup.
actions(athena.AthenaResponse, update_work_group=lambda self: "{}")


# Cognito: deletion protection is not held, and tokens name an issuer that is not this one.
delete_user_pool = pools.CognitoIdpBackend.delete_user_pool


def delete_unprotected(self, user_pool_id):
    pool = self.describe_user_pool(user_pool_id)
    if pool.extended_config.get("DeletionProtection") == "ACTIVE":
        raise InvalidParameterException("The user pool cannot be deleted because deletion protection is activated.")
    return delete_user_pool(self, user_pool_id)


def token_of_this_issuer(self, *args, **kwargs):
    claims = {**(kwargs.pop("extra_data", None) or {}), "iss": f"http://127.0.0.1:{sys.argv[1]}/{self.id}"}
    return create_jwt(self, *args, extra_data=claims, **kwargs)


create_jwt = pools.CognitoIdpUserPool.create_jwt
pools.CognitoIdpUserPool.create_jwt = token_of_this_issuer
pools.CognitoIdpBackend.delete_user_pool = delete_unprotected

stand_in_roles.start()
stand_in_calls.start(int(sys.argv[3]))
main(["-H", "127.0.0.1", "-p", sys.argv[1]])
