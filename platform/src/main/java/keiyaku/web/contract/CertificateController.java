package keiyaku.web.contract;

import java.nio.charset.StandardCharsets;
import keiyaku.certificate.Certificate;
import keiyaku.certificate.Certificates;
import keiyaku.certificate.Step;
import keiyaku.certificate.Way;
import keiyaku.contract.Contract;
import keiyaku.contract.Contracts;
import keiyaku.shared.ContractId;
import keiyaku.shared.RefusedException;
import keiyaku.web.Page;
import keiyaku.web.part.Tone;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What a member does about a certificate: says that its proof is put, downloads it (H-2). */
@Controller
@RequestMapping("/console/servers/{id}/options/ssl/{number}")
class CertificateController {

    private static final MediaType PEM = MediaType.valueOf("application/x-pem-file");

    private final Certificates certificates;
    private final Contracts contracts;

    CertificateController(Certificates certificates, Contracts contracts) {
        this.certificates = certificates;
        this.contracts = contracts;
    }

    @PostMapping("/check")
    ModelAndView check(
            Page page,
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam String way) {
        var contract = Asker.contract(page, contracts, id);
        var chosen = Way.of(way).orElseThrow(CertificateController::unknown);
        try {
            say(page, certificates.check(contract.account(), contract.id(), number, chosen));
        } catch (RefusedException e) {
            page.say(Tone.CAUTION, "contract.certificate.not", page.refusal(e.refusal()));
        }
        return back(page, contract.id());
    }

    @PostMapping("/again")
    ModelAndView again(Page page, @PathVariable String id, @PathVariable int number) {
        var contract = Asker.contract(page, contracts, id);
        try {
            certificates.tryAgain(contract.account(), contract.id(), number);
        } catch (RefusedException e) {
            page.say(Tone.CAUTION, "contract.certificate.not", page.refusal(e.refusal()));
        }
        return back(page, contract.id());
    }

    @GetMapping("/certificate.pem")
    ResponseEntity<byte[]> chain(Page page, @PathVariable String id, @PathVariable int number) {
        var contract = Asker.contract(page, contracts, id);
        var chain = certificates.chain(contract.account(), contract.id(), number);
        return file(contract, number, "", chain);
    }

    @GetMapping("/key.pem")
    ResponseEntity<byte[]> key(Page page, @PathVariable String id, @PathVariable int number) {
        var contract = Asker.contract(page, contracts, id);
        var key = certificates.privateKey(contract.account(), contract.id(), number);
        return file(contract, number, ".key", key);
    }

    private ResponseEntity<byte[]> file(Contract contract, int number, String what, String pem) {
        var name = certificates.certificate(contract.account(), contract.id(), number).name();
        return ResponseEntity.ok()
                .contentType(PEM)
                .header("Content-Disposition", "attachment; filename=\"" + name + what + ".pem\"")
                .header("Cache-Control", "no-store")
                .body(pem.getBytes(StandardCharsets.US_ASCII));
    }

    private static void say(Page page, Certificate checked) {
        if (checked.step() == Step.ISSUED) {
            page.say(Tone.GOOD, "contract.certificate.done");
            return;
        }
        var reason = checked.reason();
        if (reason == null) {
            page.say(Tone.GOOD, "contract.certificate.asked");
        } else {
            page.say(
                    Tone.CAUTION,
                    "contract.certificate.not",
                    page.t("contract.certificate.reason." + reason));
        }
    }

    private static ModelAndView back(Page page, ContractId id) {
        return page.go(ServerPages.path(id) + "/options/ssl");
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
}
