package dev.owlet.processor.cost;

import java.math.BigDecimal;

/**
 * The prices, in US dollars, of region {@value #REGION} as of {@value #AS_OF}. The first tier stands for all: later ones are
 * cheaper. What is free here is free for good and for the account as a whole; offers for a new account's first months are
 * left out.
 */
public enum Price {
    LAMBDA_SECOND("GB-second of Arm", "0.0000133334", 400_000, "lambda"),
    LAMBDA_DISK_SECOND("GB-second of disk beyond 512 MB", "0.0000000309", 0, "lambda"),
    LAMBDA_REQUEST("request", "0.0000002", 1_000_000, "lambda"),
    HTTP_API_CALL("call of up to 512 KB", "0.000001", 0, "api-gateway"),
    S3_GB("GB kept for a month, S3 Standard", "0.023", 0, "s3"),
    S3_PUT("PUT or LIST request", "0.000005", 0, "s3"),
    S3_GET("GET request", "0.0000004", 0, "s3"),
    CLOUDFRONT_GB("GB to browsers", "0.085", 1_000, "cloudfront"),
    CLOUDFRONT_REQUEST("HTTPS request", "0.000001", 10_000_000, "cloudfront"),
    COGNITO_USER("user who signs in that month, tier Lite", "0.0055", 10_000, "cognito"),
    LOG_GB("GB written", "0.50", 5, "cloudwatch"),
    LOG_GB_KEPT("GB kept for a month", "0.03", 5, "cloudwatch"),
    ATHENA_GB("GB scanned, at least 0.01 a query", "0.005", 0, "athena"),
    GLUE_OBJECT("table or other object of the catalog", "0.00001", 1_000_000, "glue"),
    SCHEDULER_RUN("invocation", "0.000001", 14_000_000, "eventbridge"),
    TRANSFER_GB("GB to the internet", "0.09", 100, "ec2");

    /** Month in which the prices were last compared with their sources. */
    public static final String AS_OF = "2025-08";

    /** Other regions differ by some ten percent, a few by half. */
    public static final String REGION = "us-east-1";

    private final String unit;
    private final BigDecimal usd;
    private final BigDecimal free;
    private final String page;

    Price(String unit, String usd, long free, String page) {
        this.unit = unit;
        this.usd = new BigDecimal(usd);
        this.free = BigDecimal.valueOf(free);
        this.page = page;
    }

    /** What is paid for. */
    public String unit() {
        return unit;
    }

    /** Of one unit. */
    public BigDecimal usd() {
        return usd;
    }

    /** Units a month that every account has free, without end. */
    public BigDecimal free() {
        return free;
    }

    /** The page of AWS that the price is from. */
    public String source() {
        return "https://aws.amazon.com/" + page + "/pricing/" + (this == TRANSFER_GB ? "on-demand/" : "");
    }
}
