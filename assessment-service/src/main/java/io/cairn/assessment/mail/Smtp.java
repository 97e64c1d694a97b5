package io.cairn.assessment.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** An SMTP server, which answers for a letter from then on. */
final class Smtp implements PostOffice {
    private final MailProperties settings;
    private final Session session;
    private final Clock clock;

    Smtp(MailProperties settings, Clock clock) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
        this.clock = clock;
    }

    private static Properties properties(MailProperties settings) {
        var properties = new Properties();
        var timeout = Long.toString(settings.timeout().toMillis());
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.from", settings.from());
        properties.put("mail.smtp.auth", Boolean.toString(settings.username() != null));
        for (var step : new String[] {"connectiontimeout", "timeout", "writetimeout"})
            properties.put("mail.smtp." + step, timeout);
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.tls()) {
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case ALWAYS -> properties.put("mail.smtp.ssl.enable", "true");
            case NEVER -> {}
        }
        return properties;
    }

    @Override
    public Counter open() throws OutOfReach {
        try {
            var transport = session.getTransport("smtp");
            transport.connect(settings.username(), settings.password());
            return new Conversation(transport);
        } catch (AuthenticationFailedException e) {
            throw new OutOfReach("the mail server refuses the user");
        } catch (MessagingException e) {
            throw new OutOfReach("the mail server is out of reach");
        }
    }

    private MimeMessage message(Letter letter) throws MessagingException {
        var domain = settings.from().substring(settings.from().indexOf('@') + 1);
        var message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + letter.id() + "@" + domain + ">");
            }
        };
        message.setFrom(new InternetAddress(settings.from(), true));
        message.setRecipient(Message.RecipientType.TO, recipient(letter));
        message.setSubject(letter.subject(), UTF_8.name());
        message.setText(letter.text(), UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Content-Language", letter.language());
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: nobody's absence is to answer
        return message;
    }

    /** The name is encoded where it is no plain word; the directory takes none with line breaks. */
    private static InternetAddress recipient(Letter letter) throws MessagingException {
        try {
            var address = new InternetAddress(letter.address(), true);
            address.setPersonal(letter.name(), UTF_8.name());
            return address;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }

    private final class Conversation implements Counter {
        private final Transport transport;

        Conversation(Transport transport) {
            this.transport = transport;
        }

        @Override
        public void send(Letter letter) throws Refused {
            try {
                var message = message(letter);
                message.saveChanges();
                transport.sendMessage(message, message.getAllRecipients());
            } catch (MessagingException e) {
                var code = code(e);
                throw new Refused(code == 0 ? "connection" : "smtp-" + code, code >= 500);
            }
        }

        /** What the server said, 0 when it said nothing. Its words are left out, since they may hold the address. */
        private static int code(MessagingException e) {
            for (Exception at = e; at != null; at = at instanceof MessagingException m ? m.getNextException() : null) {
                if (at instanceof SMTPAddressFailedException refused) return refused.getReturnCode();
                if (at instanceof SMTPSendFailedException failed
                        && failed.getReturnCode() > 0
                        && failed.getNextException() == null) return failed.getReturnCode();
            }
            return 0;
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException e) {
                // what was sent is sent
            }
        }
    }
}
