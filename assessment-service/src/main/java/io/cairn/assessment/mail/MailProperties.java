package io.cairn.assessment.mail;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code cairn.mail}. Without {@code cairn.mail.host} no mail is written.
 *
 * @param host of the SMTP server
 * @param from the sender of every mail
 * @param publicUrl what links in mail begin with; without one there are none
 * @param invitationUrl what the link of an invitation is, up to its #; without one {@code /invitations} at the public URL
 * @param tls {@code starttls} refuses to go on without it
 * @param timeout of each step of the conversation
 */
@Validated
@ConfigurationProperties("cairn.mail")
record MailProperties(
        @NotBlank String host,
        @DefaultValue("587") @Min(1) @Max(65_535) int port,
        @DefaultValue("starttls") Tls tls,
        @Nullable String username,
        @Nullable String password,
        @NotNull @Email String from,

        @Pattern(regexp = "https?://[^\\s]+", message = "must begin with https:// or http://") @Nullable
        String publicUrl,

        @Pattern(regexp = "https?://[^\\s#]+", message = "must begin with https:// or http://, and have no #") @Nullable
        String invitationUrl,

        @DefaultValue("10s") Duration timeout) {
    enum Tls {
        STARTTLS,
        /** From the first byte, as on port 465. */
        ALWAYS,
        /** For a server on the same machine. */
        NEVER
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "MailProperties[" + host + ":" + port + "]";
    }
}
