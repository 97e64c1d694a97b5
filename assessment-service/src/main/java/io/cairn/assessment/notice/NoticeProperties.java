package io.cairn.assessment.notice;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code cairn.notices}.
 *
 * @param news how old what happened may be to be told at all
 * @param keep how long what was told is kept
 */
@Validated
@ConfigurationProperties("cairn.notices")
record NoticeProperties(
        @DefaultValue("3d") Duration news,
        @DefaultValue("400d") Duration keep) {}
