"""The part of the AWS provider's schema that the modules use, for ProviderSchemaTest.

Usage: terraform providers schema -json | schema-slice.py TYPE... > aws-5.100.0.json
A type is written "resource.aws_s3_bucket" or "data.aws_region". Run it in a folder where the provider is initialised.
"""

import json
import sys

SECTIONS = {"resource": "resource_schemas", "data": "data_source_schemas"}


def attribute(schema):
    use = "required" if schema.get("required") else "optional" if schema.get("optional") else "computed"
    kind = schema["type"]
    return [use, kind if isinstance(kind, str) else kind[0]]


def block(schema):
    sliced = {"attributes": {name: attribute(a) for name, a in sorted(schema.get("attributes", {}).items())}}
    blocks = {}
    for name, nested in sorted(schema.get("block_types", {}).items()):
        bounds = {"min": nested.get("min_items", 0), "max": nested.get("max_items", 0)}
        blocks[name] = {**bounds, **block(nested["block"])}
    return {**sliced, "blocks": blocks} if blocks else sliced


(provider,) = json.load(sys.stdin)["provider_schemas"].values()
slice_ = {}
for kind, name in sorted(arg.split(".") for arg in sys.argv[1:]):
    slice_.setdefault(kind, {})[name] = block(provider[SECTIONS[kind]][name]["block"])
# One type a line: short enough to keep, long enough to compare.
lines = {
    kind: ",\n".join(f"    {json.dumps(name)}: {json.dumps(b, separators=(',', ':'))}" for name, b in types.items())
    for kind, types in slice_.items()
}
print("{\n" + ",\n".join(f'  "{kind}": {{\n{text}\n  }}' for kind, text in lines.items()) + "\n}")
