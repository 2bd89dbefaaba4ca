package sandbox.inbox;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The readable parts of a mail. */
record MailText(String from, String subject, String plain, String html) {

    static MailText read(InputStream data) throws IOException {
        try {
            var mail = new MimeMessage(Session.getInstance(new Properties()), data);
            var plain = new StringBuilder();
            var html = new StringBuilder();
            collect(mail, plain, html);
            String from = mail.getHeader("From", ", ");
            return new MailText(
                    from == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(from)),
                    orEmpty(mail.getSubject()),
                    plain.toString(),
                    html.toString());
        } catch (MessagingException e) {
            throw new IOException("The mail cannot be read", e);
        }
    }

    private static void collect(Part part, StringBuilder plain, StringBuilder html)
            throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            plain.append("[").append(orEmpty(part.getFileName())).append("]\n");
        } else if (part.isMimeType("text/html")) {
            html.append(part.getContent());
        } else if (part.isMimeType("text/*")) {
            plain.append(part.getContent());
        } else if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                collect(inner, plain, html);
            }
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
