package keiyaku.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.Supplier;
import keiyaku.certificate.Certificate;
import keiyaku.certificate.Certificates;
import keiyaku.certificate.Issued;
import keiyaku.certificate.Proof;
import keiyaku.certificate.Way;
import keiyaku.contract.Contracts;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.web.Page;
import keiyaku.web.PrefixedIds;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The certificates of a server contract: what has to be proven, and what was issued (H-2). */
@RestController
@RequestMapping("/api/v1/contracts/{id}/certificates")
class CertificateApi {

    private static final String PEM = "application/x-pem-file";

    private final Certificates certificates;
    private final Contracts contracts;
    private final Posts posts;

    CertificateApi(Certificates certificates, Contracts contracts, Posts posts) {
        this.certificates = certificates;
        this.contracts = contracts;
        this.posts = posts;
    }

    @GetMapping
    ListAnswer list(Page page, @PathVariable String id) {
        var account = Caller.account(page);
        var contract = known(account, id);
        var rows = certificates.of(account, contract).stream().map(CertificateApi::view).toList();
        return new ListAnswer("list", "/api/v1/contracts/" + id + "/certificates", false, rows);
    }

    @PostMapping("/{number}/check")
    ResponseEntity<String> check(
            Page page,
            HttpServletRequest request,
            @PathVariable String id,
            @PathVariable int number,
            @RequestBody(required = false) @Nullable String body) {
        var account = Caller.account(page);
        var contract = known(account, id);
        var json = body == null ? "" : body;
        return once(
                request,
                account,
                json,
                () -> {
                    var way =
                            Body.read(
                                    json,
                                    b ->
                                            b.choice("way", Way::of)
                                                    .orElseGet(() -> b.missing("way", Way.DNS)));
                    return certificates.check(account, contract, number, way);
                });
    }

    @PostMapping("/{number}/again")
    ResponseEntity<String> again(
            Page page,
            HttpServletRequest request,
            @PathVariable String id,
            @PathVariable int number) {
        var account = Caller.account(page);
        var contract = known(account, id);
        return once(request, account, "", () -> certificates.tryAgain(account, contract, number));
    }

    private ResponseEntity<String> once(
            HttpServletRequest request,
            AccountId account,
            String body,
            Supplier<Certificate> deed) {
        return posts.onceOutside(request, account, body, () -> Answer.json(200, view(deed.get())));
    }

    @GetMapping("/{number}/chain")
    ResponseEntity<String> chain(Page page, @PathVariable String id, @PathVariable int number) {
        var account = Caller.account(page);
        return pem(certificates.chain(account, known(account, id), number));
    }

    @GetMapping("/{number}/key")
    ResponseEntity<String> key(Page page, @PathVariable String id, @PathVariable int number) {
        var account = Caller.account(page);
        return pem(certificates.privateKey(account, known(account, id), number));
    }

    private static ResponseEntity<String> pem(String text) {
        return ResponseEntity.ok()
                .header("Content-Type", PEM)
                .header("Cache-Control", "no-store")
                .body(text);
    }

    private static Map<String, Object> view(Certificate certificate) {
        return Views.object(
                "object", "certificate",
                "number", certificate.number(),
                "option", certificate.option(),
                "name", certificate.name(),
                "state", certificate.state(),
                "paidUntil", certificate.paidUntil(),
                "reason", certificate.reason(),
                "proof", proof(certificate.proof()),
                "dueAt", certificate.dueAt(),
                "issued", issued(certificate.current()));
    }

    private static @Nullable Map<String, Object> proof(@Nullable Proof proof) {
        return proof == null
                ? null
                : Views.object(
                        "recordName", proof.recordName(),
                        "recordValue", proof.recordValue(),
                        "filePath", proof.filePath(),
                        "fileContent", proof.fileContent());
    }

    private static @Nullable Map<String, Object> issued(@Nullable Issued issued) {
        return issued == null
                ? null
                : Views.object(
                        "subject", issued.subject(),
                        "issuer", issued.issuer(),
                        "serial", issued.serial(),
                        "notBefore", issued.notBefore(),
                        "notAfter", issued.notAfter(),
                        "issuedAt", issued.issuedAt());
    }

    /** Another account's contract is not found, like one that never was. */
    private ContractId known(AccountId account, String text) {
        var id = new ContractId(PrefixedIds.parse("con", text));
        return contracts.of(account).stream()
                .filter(contract -> contract.id().equals(id))
                .findFirst()
                .orElseThrow(PrefixedIds::notFound)
                .id();
    }
}
