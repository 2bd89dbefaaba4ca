package sandbox.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.file.Path;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandbox.Options;
import sandbox.World;

class InboxTest {
    @TempDir private Path data;

    @Test
    void aMailIsSeenWithBothItsParts() throws Exception {
        try (var world = new World()) {
            send(world, "taro@example.com", "ご契約の更新");
            var mails = world.get(inbox(world, "/control/mail?to=Taro@example.com"));
            assertThat(mails.json()).hasSize(1);
            assertThat(mails.at("/0/subject")).isEqualTo("ご契約の更新");
            assertThat(mails.at("/0/text")).isEqualTo("更新されます。");
            assertThat(mails.at("/0/html")).contains("<b>更新</b>");
            assertThat(mails.at("/0/from")).contains("契約").contains("no-reply@example.com");
            String page = world.get(inbox(world, "/mail/" + mails.at("/0/id"))).text();
            assertThat(page).contains("更新されます。", "<iframe", "sandbox");
            assertThat(world.get(inbox(world, "/")).text()).contains("taro@example.com");
            assertThat(world.get(inbox(world, "/control/mail?to=hanako@example.com")).json())
                    .isEmpty();
            world.method("DELETE", inbox(world, "/control/mail"), "");
            assertThat(world.get(inbox(world, "/control/mail")).json()).isEmpty();
        }
    }

    @Test
    void whoBouncesIsRefusedWith550() {
        try (var world = new World()) {
            world.post(
                    inbox(world, "/control/bounces"),
                    "{\"address\":\"full@example.com\",\"reason\":\"mailbox full\"}");
            assertBounces(world, "anyone@bounce.example", "no such mailbox");
            assertBounces(world, "FULL@example.com", "mailbox full");
            assertThat(world.get(inbox(world, "/control/mail")).json()).isEmpty();
        }
    }

    private static void assertBounces(World world, String address, String reason) {
        assertThatThrownBy(() -> send(world, address, "x"))
                .satisfies(
                        thrown -> {
                            MessagingException cause = (MessagingException) thrown;
                            while (cause.getNextException() instanceof MessagingException next) {
                                cause = next;
                            }
                            assertThat(cause)
                                    .isInstanceOfAny(
                                            SMTPAddressFailedException.class,
                                            SMTPSendFailedException.class);
                            assertThat(cause)
                                    .hasMessageContaining("550")
                                    .hasMessageContaining(reason);
                        });
    }

    @Test
    void aShortMessageIsSeenAndSomeNumbersCannotBeReached() {
        try (var world = new World()) {
            assertThat(sms(world, "+819012345678", "sandbox-sms-key").status()).isEqualTo(202);
            assertThat(sms(world, "+819012340000", "sandbox-sms-key").at("/code"))
                    .isEqualTo("unreachable");
            assertThat(sms(world, "+819012345678", "wrong").status()).isEqualTo(401);
            var texts = world.get(inbox(world, "/control/sms?to=%2B819012345678"));
            assertThat(texts.json()).hasSize(1);
            assertThat(texts.at("/0/text")).isEqualTo("Code 314159");
        }
    }

    @Test
    void afterARestartTheMailIsStillThere() throws Exception {
        try (var world = new World(Options.free().withData(data))) {
            send(world, "taro@example.com", "first");
            send(world, "taro@example.com", "second");
        }
        try (var world = new World(Options.free().withData(data))) {
            var mails = world.get(inbox(world, "/control/mail"));
            assertThat(mails.json().findValuesAsString("subject"))
                    .containsExactly("second", "first");
        }
    }

    private static World.Answer sms(World world, String to, String key) {
        return world.post(
                inbox(world, "/v1/sms"),
                "{\"to\":\"" + to + "\",\"text\":\"Code 314159\"}",
                "Authorization",
                "Bearer " + key);
    }

    private static URI inbox(World world, String path) {
        return world.sandbox.inbox().resolve(path);
    }

    private static void send(World world, String to, String subject) throws Exception {
        var settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(world.sandbox.smtpPort()));
        var mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom(new InternetAddress("no-reply@example.com", "契約", "UTF-8"));
        mail.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(to));
        mail.setSubject(subject, "UTF-8");
        var plain = new MimeBodyPart();
        plain.setText("更新されます。", "UTF-8");
        var html = new MimeBodyPart();
        html.setContent("<p><b>更新</b>されます。</p>", "text/html; charset=UTF-8");
        mail.setContent(new MimeMultipart("alternative", plain, html));
        Transport.send(mail);
    }
}
