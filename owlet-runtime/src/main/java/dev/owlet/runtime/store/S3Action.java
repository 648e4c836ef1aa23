package dev.owlet.runtime.store;

/** What is asked of S3, and the permission it takes. */
enum S3Action {
    GET("s3:GetObject"),
    HEAD("s3:GetObject"),
    LIST("s3:ListBucket"),
    PUT("s3:PutObject"),
    DELETE("s3:DeleteObject"),
    PARTS("s3:ListMultipartUploadParts"),
    ABORT("s3:AbortMultipartUpload");

    private final String permission;

    S3Action(String permission) {
        this.permission = permission;
    }

    String permission() {
        return permission;
    }

    /** S3 answers 403 for what does not exist, lest those who may not list learn what does. */
    String hint() {
        return this == GET || this == HEAD
                ? ", and s3:ListBucket on the bucket, without which S3 also denies what does not exist"
                : "";
    }
}
