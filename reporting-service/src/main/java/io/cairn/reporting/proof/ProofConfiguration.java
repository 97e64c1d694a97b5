package io.cairn.reporting.proof;

import io.cairn.eventstore.AppendSignal;
import io.cairn.proof.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProofProperties.class)
class ProofConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(ProofConfiguration.class);

    @Bean
    SigningKey signingKey(ProofProperties settings, @Qualifier("appDataSource") DataSource app) throws IOException {
        var file = settings.keyFile();
        if (file != null) return SigningKey.ofPem(settings.keyName(), Files.readString(file));
        LOG.warn(
                "tree heads are signed with a key that lies in the database; set cairn.proof.key-file for one of your own");
        var seed = JdbcClient.create(app)
                .sql("select value from platform.secret where name = 'proof'")
                .query(byte[].class)
                .single();
        return SigningKey.of(settings.keyName(), seed);
    }

    @Bean
    Trees trees(
            @Qualifier("projectorDataSource") DataSource projector,
            SigningKey key,
            ProofProperties settings,
            Clock clock) {
        return new Trees(projector, key, settings, clock);
    }

    @Bean
    Closings closings(
            @Qualifier("projectorDataSource") DataSource projector, SigningKey key, Trees trees, Clock clock) {
        return new Closings(projector, key, trees, clock);
    }

    @Bean
    GrowingTrees growingTrees(Trees trees, Closings closings, AppendSignal signal, ProofProperties settings) {
        return new GrowingTrees(trees, closings, signal, settings.lookForClosed());
    }
}
