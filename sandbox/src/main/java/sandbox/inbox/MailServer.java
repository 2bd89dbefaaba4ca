package sandbox.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import sandbox.shared.Ids;

/** Takes mail by SMTP, and refuses the recipients that are to bounce with 550. */
final class MailServer implements AutoCloseable {
    private static final int LARGEST = 20 << 20;

    private final SMTPServer server;

    MailServer(int port, Messages messages, InstantSource clock) throws BindException {
        server =
                SMTPServer.port(port)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .hostName("sandbox.example")
                        .softwareName("Keiyaku sandbox")
                        .hideTLS()
                        .maxConnections(500)
                        .maxMessageSize(LARGEST)
                        .executorService(Executors.newVirtualThreadPerTaskExecutor())
                        .messageHandlerFactory(context -> new Delivery(messages, clock))
                        .build();
        try {
            server.start();
        } catch (RuntimeException e) {
            throw new BindException(
                    "Port "
                            + port
                            + " for mail is taken. Stop what uses it, or choose another port.");
        }
    }

    int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static final class Delivery implements MessageHandler {
        private final Messages messages;
        private final InstantSource clock;
        private final List<String> recipients = new ArrayList<>();
        private String sender = "";

        private Delivery(Messages messages, InstantSource clock) {
            this.messages = messages;
            this.clock = clock;
        }

        @Override
        public void from(String from) {
            sender = from;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            String refusal = messages.refusal(recipient);
            if (refusal != null) {
                throw new RejectException(550, "5.1.1 " + refusal);
            }
            recipients.add(recipient);
        }

        @Override
        public @Nullable String data(InputStream data) throws IOException {
            MailText text = MailText.read(data);
            for (String recipient : recipients) {
                messages.add(
                        new Mail(
                                Ids.next("mail"),
                                recipient,
                                text.from().isEmpty() ? sender : text.from(),
                                text.subject(),
                                text.plain(),
                                text.html(),
                                clock.instant()));
            }
            return null;
        }

        @Override
        public void done() {}
    }
}
