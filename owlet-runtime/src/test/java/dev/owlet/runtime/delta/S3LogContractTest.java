package dev.owlet.runtime.delta;

import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.store.S3StandIn;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

class S3LogContractTest extends DeltaLogContract {
    private S3StandIn server;

    @Override
    ObjectStore store() throws IOException {
        server = S3StandIn.start();
        return server.store("s3://" + S3StandIn.BUCKET + "/some prefix");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    DeltaLog open(ObjectStore store, String folder) {
        return DeltaLog.of(store, folder);
    }

    @Override
    void date(ObjectStore store, String key, Instant written) throws IOException {
        server.date(S3StandIn.BUCKET, "some prefix/" + key, written);
    }

    @Override
    int many() {
        return 200;
    }
}
