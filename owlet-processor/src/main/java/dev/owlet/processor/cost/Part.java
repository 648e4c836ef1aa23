package dev.owlet.processor.cost;

/** What the bill is divided into. */
public enum Part {
    LAMBDA("Lambda", "Make fewer calls, or load rows in fewer files"),
    HTTP_API("HTTP API", "Make fewer calls: load rows in files, and let no page ask again and again"),
    S3_STORAGE("S3 storage", "Keep less, or divide old tables off by partition and move them"),
    S3_REQUESTS("S3 requests", "Load rows in fewer, larger files: every file and every row written alone is a commit"),
    CLOUDFRONT("CloudFront", "Fewer users load the web app less often"),
    COGNITO("Cognito", "The first 10,000 users a month are free"),
    LOGS("CloudWatch logs", "Make fewer calls"),
    ATHENA("Athena", "Divide large tables by partition, and name partitions and columns in queries"),
    GLUE("Glue", "The first million tables are free"),
    SCHEDULER("EventBridge Scheduler", "The first 14 million runs are free"),
    TRANSFER("Data transfer", "Ask for fewer rows and fields: limit, fields and filters"),
    KMS("KMS", "Nothing: objects are encrypted with keys that S3 holds, which are free"),
    BUDGETS("Budgets", "Nothing: a budget that sends mail is free");

    private final String title;
    private final String cure;

    Part(String title, String cure) {
        this.title = title;
        this.cure = cure;
    }

    public String title() {
        return title;
    }

    /** What makes it cheaper; of a part that costs nothing, why. */
    public String cure() {
        return cure;
    }
}
