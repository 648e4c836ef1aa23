"""What no plan of a project may do. Usage: terraform show -json PLAN | lint-plan.py; prints what it looked at."""

import json
import sys

RESOURCES = json.load(sys.stdin)["resource_changes"]
faults = []
looked_at = 0


def of(kind):
    """Address and planned values of every resource of a kind; what is known after apply alone is missing."""
    return [(r["address"], r["change"]["after"] or {}) for r in RESOURCES if r["type"] == kind]


def demand(good, address, what):
    global looked_at
    looked_at += 1
    if not good:
        faults.append(f"{address}: {what}")


def listed(value):
    return value if isinstance(value, list) else [value]


def statements(text):
    return listed(json.loads(text)["Statement"]) if text else []


# Policies: known once their resources are there, so the plan that is linted is one of a project that stands.
policies = [(a, v.get("policy")) for kind in ("aws_iam_role_policy", "aws_s3_bucket_policy") for a, v in of(kind)]
for address, text in policies:
    demand(bool(text), address, "its policy is not known: lint the plan of a project that stands")
    for s in statements(text):
        if s["Effect"] != "Allow":
            continue
        for action in listed(s["Action"]):
            demand("*" not in action, address, f"allows the actions {action}")
            demand(action != "s3:DeleteObject" or address.endswith(".maintain"), address, "may delete")
        for resource in listed(s["Resource"]):
            # What lies below one folder of one bucket, or the streams of one log: no name in it is open.
            demand("*" not in resource.removesuffix("/*").removesuffix(":*"), address, f"allows {resource}")
            demand(resource.count(":") >= 5, address, f"allows {resource}")
        demand(s.get("Principal") not in ("*", {"AWS": "*"}), address, "is public")

buckets = {v["bucket"]: a for a, v in of("aws_s3_bucket")}


def every_bucket(kind, good, what):
    found = {v.get("bucket"): v for _, v in of(kind)}
    for bucket, address in buckets.items():
        demand(bucket in found and good(found[bucket]), address, what)


def block_of_public_access(v):
    names = ("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets")
    return all(v[name] for name in names)


def tls_only(v):
    return any(
        s["Effect"] == "Deny"
        and "s3:*" in listed(s["Action"])
        and s.get("Condition") == {"Bool": {"aws:SecureTransport": "false"}}
        for s in statements(v.get("policy"))
    )


every_bucket("aws_s3_bucket_public_access_block", block_of_public_access, "public access is not blocked")
every_bucket("aws_s3_bucket_server_side_encryption_configuration", lambda v: bool(v["rule"]), "is not encrypted")
every_bucket("aws_s3_bucket_policy", tls_only, "takes calls without TLS")
for address, v in of("aws_s3_bucket"):
    demand(not v["force_destroy"] or "-data-" not in v["bucket"], address, "loses its data when it is destroyed")
for address, v in of("aws_cognito_user_pool"):
    demand(v["deletion_protection"] == "ACTIVE", address, "loses its people when it is destroyed")
for address, v in of("aws_cognito_user_pool_client"):
    demand(v["allowed_oauth_flows"] == ["code"] and not v["generate_secret"], address, "is not for code with PKCE alone")
for address, v in of("aws_cloudwatch_log_group"):
    demand((v["retention_in_days"] or 0) > 0, address, "keeps logs for ever")
for address, v in of("aws_lambda_function"):
    demand(v["architectures"] == ["arm64"] and v["publish"], address, "is not a published version on arm64")
for address, v in of("aws_lambda_permission"):
    demand("*" not in v["source_arn"].split(":")[-1].split("/")[0], address, "may be called from anywhere")
    demand(v["principal"] != "s3.amazonaws.com" or v["source_account"], address, "may be called from another account")
    demand(v["qualifier"], address, "calls what is not published")
for address, v in of("aws_lambda_function_event_invoke_config"):
    demand(v["destination_config"][0]["on_failure"], address, "forgets what failed")
for address, v in of("aws_s3_bucket_cors_configuration"):
    origins = [origin for rule in v["cors_rule"] for origin in rule["allowed_origins"]]
    demand(origins and "*" not in "".join(origins), address, "may be written from any page")
for address, v in of("aws_apigatewayv2_route"):
    open_route = v["authorization_type"] in (None, "NONE")
    demand(not open_route or v["route_key"].startswith("GET /api/"), address, "asks for no token")
for address, v in of("aws_apigatewayv2_stage"):
    demand(v["default_route_settings"][0]["throttling_rate_limit"] > 0, address, "has no throttle")
for address, v in of("aws_cloudfront_distribution"):
    behaviours = v["default_cache_behavior"] + v["ordered_cache_behavior"]
    demand(all(b["viewer_protocol_policy"] != "allow-all" for b in behaviours), address, "answers without TLS")
for address, v in of("aws_athena_workgroup"):
    demand(v["configuration"][0]["bytes_scanned_cutoff_per_query"] > 0, address, "has no cap")

if faults:
    sys.exit("\n".join(faults))
print(f"{looked_at} demands on {len(RESOURCES)} resources hold")
