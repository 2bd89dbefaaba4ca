package keiyaku.payment.gateway;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The company's bank: virtual accounts, mandates, and an exchange of files. No call is made inside
 * a database transaction; repeating one does no harm.
 */
public final class Bank {

    private final Connection connection;

    Bank(Connection connection) {
        this.connection = connection;
    }

    /** An account in the bank's words. */
    public record Account(
            String bankCode,
            String bankName,
            String branchCode,
            String branchName,
            String accountNumber) {}

    /** What became of a mandate: requested, active, refused or revoked. */
    public record MandateAnswer(String id, String state, @Nullable String reason) {}

    /** A file that lies ready: debit-result or deposit-notice. */
    public record ReadyFile(long number, String kind) {}

    private record ReadyFiles(List<ReadyFile> data) {}

    /**
     * The virtual account for a reference; the same one whenever it is asked for.
     *
     * @param hook where the bank says that it has news; empty for nowhere
     */
    public Account virtualAccount(String reference, String hook) {
        return answered(
                () ->
                        connection.post(
                                "virtual-accounts",
                                null,
                                Map.of("reference", reference, "hook", hook)),
                Account.class);
    }

    /** Asks for permission to debit an account. */
    public MandateAnswer requestMandate(Map<String, Object> account) {
        return answered(() -> connection.post("mandates", null, account), MandateAnswer.class);
    }

    public MandateAnswer mandate(String id) {
        return answered(
                () -> connection.get("mandates/" + PaymentCalls.segment(id)), MandateAnswer.class);
    }

    /** Gives a permission back; asked twice, it is given back once. */
    public void revoke(String id) {
        answered(
                () -> connection.delete("mandates/" + PaymentCalls.segment(id)),
                MandateAnswer.class);
    }

    /** Hands over a file; under its name it is taken once, whatever is sent twice. */
    public void send(String name, byte[] file) {
        answered(() -> connection.put("inbox/" + PaymentCalls.segment(name), file), Object.class);
    }

    /** The files behind a number, the oldest first. */
    public List<ReadyFile> filesAfter(long number) {
        return answered(() -> connection.get("outbox?after=" + number), ReadyFiles.class).data();
    }

    public byte[] file(long number) {
        try {
            return connection.file("outbox/" + number);
        } catch (IOException e) {
            throw new GatewayUnavailableException("the bank did not answer", e);
        }
    }

    private static <T> T answered(Answers.Call call, Class<T> type) {
        try {
            var answer = call.make();
            if (answer.status() >= 300) {
                throw new GatewayUnavailableException(
                        "the bank answered "
                                + answer.status()
                                + " "
                                + Wire.problemCode(answer.body()));
            }
            return Wire.read(answer.body(), type);
        } catch (IOException e) {
            throw new GatewayUnavailableException("the bank did not answer", e);
        }
    }
}
