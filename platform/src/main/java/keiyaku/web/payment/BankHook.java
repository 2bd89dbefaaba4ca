package keiyaku.web.payment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import keiyaku.payment.Deposits;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The bank says that it has news; what they are is fetched from it, not believed of the caller. */
@RestController
class BankHook {

    private final Deposits deposits;
    private final byte[] expected;

    BankHook(Deposits deposits, @Value("${keiyaku.outside.bank-key:}") String key) {
        this.deposits = deposits;
        this.expected = ("Bearer " + key).getBytes(StandardCharsets.UTF_8);
    }

    @PostMapping("/hooks/bank")
    ResponseEntity<Void> news(
            @RequestHeader(name = "Authorization", required = false) @Nullable String given) {
        var known =
                given != null
                        && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected);
        if (!known) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        deposits.fetch();
        return ResponseEntity.noContent().build();
    }
}
