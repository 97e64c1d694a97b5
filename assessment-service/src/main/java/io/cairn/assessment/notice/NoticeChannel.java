package io.cairn.assessment.notice;

import io.cairn.language.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A way out for notices, as a bean. The feed is none: it shows the notices themselves. */
public interface NoticeChannel {
    /**
     * Writes down what is to be delivered, in the transaction in which the notice is written, and delivers nothing yet.
     *
     * @param database as the tenant
     */
    void handOut(JdbcClient database, TenantId tenant, Notice notice);
}
