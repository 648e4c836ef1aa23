package dev.owlet.processor.emit.terraform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;

/**
 * The bucket that holds the tables and the inbox: private, encrypted, reached by TLS alone, its Delta logs write-once.
 *
 * <p>Versions are kept for a few days, so that what a mistake or a vacuum deleted can be taken back. Delta Lake itself
 * never reads them.
 */
final class StorageModule {
    private static final String BUCKET = "${aws_s3_bucket.data.id}";
    private static final String ARN = "${aws_s3_bucket.data.arn}";

    private final String project;

    StorageModule(String project) {
        this.project = project;
    }

    ObjectNode module() {
        ObjectNode module = Json.object();
        ObjectNode terraform = module.putObject("terraform").put("required_version", ">= 1.9");
        terraform
                .putObject("required_providers")
                .putObject("aws")
                .put("source", "hashicorp/aws")
                .put("version", "~> 5.100");
        module.set("variable", StorageVariables.of(project));
        module.set("data", data());
        module.set("resource", resources());
        ObjectNode output = module.putObject("output");
        output(output, "data_bucket", "Name of the bucket that holds the tables and the inbox.", BUCKET);
        output(output, "data_bucket_arn", "Its ARN, for the policies of those who may use it.", ARN);
        return module;
    }

    private static void output(ObjectNode outputs, String name, String description, String value) {
        outputs.putObject(name).put("description", description).put("value", value);
    }

    private static ObjectNode data() {
        ObjectNode data = Json.object();
        data.putObject("aws_caller_identity").putObject("current");
        data.putObject("aws_region").putObject("current");
        ObjectNode policy = data.putObject("aws_iam_policy_document").putObject("data");
        policy.put("source_policy_documents", "${var.extra_policy_documents}");
        ArrayNode statements = policy.putArray("statement");
        condition(deny(statements, "TlsOnly", "s3:*", ARN, ARN + "/*"), "Bool", "aws:SecureTransport", "false");
        // A commit is a conditional PUT; one that is not could overwrite another's. Only what creates an object is
        // meant:
        // the parts of a multipart upload carry no condition, their completion does.
        ObjectNode commits =
                deny(statements, "CommitsOnlyIfAbsent", "s3:PutObject", ARN + "/delta/*/_delta_log/*.json");
        condition(commits, "Null", "s3:if-none-match", "true");
        condition(commits, "Bool", "s3:ObjectCreationOperation", "true");
        return data;
    }

    private static ObjectNode deny(ArrayNode statements, String sid, String action, String... resources) {
        ObjectNode statement = statements.addObject().put("sid", sid).put("effect", "Deny");
        statement.set("actions", Json.strings(action));
        statement.set("resources", Json.strings(resources));
        statement.putArray("principals").addObject().put("type", "*").set("identifiers", Json.strings("*"));
        return statement;
    }

    private static void condition(ObjectNode statement, String test, String variable, String value) {
        statement
                .withArray("condition")
                .addObject()
                .put("test", test)
                .put("variable", variable)
                .set("values", Json.strings(value));
    }

    private static ObjectNode resources() {
        ObjectNode resources = Json.object();
        one(resources, "aws_s3_bucket")
                .put(
                        "bucket",
                        "${var.name}-data-${data.aws_caller_identity.current.account_id}-${data.aws_region.current.name}")
                .put("force_destroy", "${var.force_destroy}")
                .put("tags", "${var.tags}");
        ofBucket(resources, "aws_s3_bucket_public_access_block")
                .put("block_public_acls", true)
                .put("block_public_policy", true)
                .put("ignore_public_acls", true)
                .put("restrict_public_buckets", true);
        ofBucket(resources, "aws_s3_bucket_ownership_controls")
                .putObject("rule")
                .put("object_ownership", "BucketOwnerEnforced");
        ofBucket(resources, "aws_s3_bucket_server_side_encryption_configuration")
                .putArray("rule")
                .addObject()
                .putObject("apply_server_side_encryption_by_default")
                .put("sse_algorithm", "AES256");
        ofBucket(resources, "aws_s3_bucket_versioning")
                .putObject("versioning_configuration")
                .put("status", "Enabled");
        lifecycle(resources);
        ofBucket(resources, "aws_s3_bucket_policy")
                .put("policy", "${data.aws_iam_policy_document.data.json}")
                .set("depends_on", Json.strings("aws_s3_bucket_public_access_block.data"));
        return resources;
    }

    private static void lifecycle(ObjectNode resources) {
        ObjectNode lifecycle = ofBucket(resources, "aws_s3_bucket_lifecycle_configuration");
        lifecycle.set("depends_on", Json.strings("aws_s3_bucket_versioning.data"));
        ArrayNode rules = lifecycle.putArray("rule");
        ObjectNode undo = rule(rules, "undo-window", "");
        undo.putObject("noncurrent_version_expiration").put("noncurrent_days", "${var.undo_days}");
        undo.putObject("expiration").put("expired_object_delete_marker", true);
        rule(rules, "unfinished-uploads", "")
                .putObject("abort_incomplete_multipart_upload")
                .put("days_after_initiation", 2);
        rule(rules, "inbox", "inbox/").putObject("expiration").put("days", "${var.inbox_days}");
    }

    private static ObjectNode rule(ArrayNode rules, String id, String prefix) {
        ObjectNode rule = rules.addObject().put("id", id).put("status", "Enabled");
        rule.putObject("filter").put("prefix", prefix);
        return rule;
    }

    private static ObjectNode one(ObjectNode resources, String type) {
        return resources.putObject(type).putObject("data");
    }

    private static ObjectNode ofBucket(ObjectNode resources, String type) {
        return one(resources, type).put("bucket", BUCKET);
    }
}
