package keiyaku.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.UUID;
import keiyaku.shared.MovableClock;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends one mail by SMTP and reads the answer: taken, bounced, or not now. */
@Component
class MailSending {

    private final JavaMailSender sender;
    private final MovableClock clock;
    private final String from;

    MailSending(
            JavaMailSender sender,
            MovableClock clock,
            @Value("${keiyaku.outside.mail-from}") String from) {
        this.sender = sender;
        this.clock = clock;
        this.from = from;
    }

    Outcome send(UUID id, Recipient to, Composer.Mail mail) {
        try {
            sender.send(message(id, to, mail));
            return new Outcome.Sent();
        } catch (MailSendException e) {
            return refusal(e);
        } catch (MailException | MessagingException | IOException e) {
            return new Outcome.NotNow(e.getClass().getSimpleName());
        }
    }

    /** The same Message-ID at each attempt, so that a mail sent twice is shown once. */
    private MimeMessage message(UUID id, Recipient to, Composer.Mail mail)
            throws MessagingException, IOException {
        var message = sender.createMimeMessage();
        var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        var address = new InternetAddress(from);
        var personal = address.getPersonal();
        helper.setFrom(
                personal == null
                        ? address
                        : new InternetAddress(address.getAddress(), personal, "UTF-8"));
        helper.setTo(new InternetAddress(to.address(), true));
        helper.setSubject(mail.subject());
        helper.setSentDate(Date.from(clock.instant()));
        helper.setText(mail.text(), mail.html());
        message.setHeader("Message-ID", "<" + id + "@" + domain(address.getAddress()) + ">");
        message.setHeader("Content-Language", to.language().tag());
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1);
    }

    private static Outcome refusal(MailSendException e) {
        for (var failure : e.getMessageExceptions()) {
            int code = smtpCode(failure);
            if (code >= 500) {
                return new Outcome.Bounced("smtp-" + code);
            }
            if (code > 0) {
                return new Outcome.NotNow("smtp-" + code);
            }
        }
        return new Outcome.NotNow("no-connection");
    }

    /** The server's reply code; 0 when there was none. */
    private static int smtpCode(@Nullable Exception failure) {
        var at = failure;
        for (int depth = 0; depth < 10 && at != null; depth++) {
            if (at instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (at instanceof SMTPSendFailedException refused && refused.getReturnCode() > 0) {
                return refused.getReturnCode();
            }
            at = at instanceof MessagingException chained ? chained.getNextException() : null;
        }
        return 0;
    }
}
