package dev.owlet.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;

class S3StoreTest extends ObjectStoreTest {
    private S3StandIn server;

    @Override
    ObjectStore open() throws Exception {
        server = S3StandIn.start();
        server.pageSize(2);
        return server.store("s3://tables/a/prefix/");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    void putForeign(String key) throws Exception {
        server.putForeign("tables", "a/prefix/" + key, key.getBytes(UTF_8));
    }
}
