package keiyaku.web.contract;

import java.time.LocalDate;
import keiyaku.catalog.Plan;
import keiyaku.catalog.Product;
import keiyaku.contract.Contract;
import keiyaku.web.Page;

/** The contract that something is to be done with, and its product as offered today. */
public record Subject(Contract contract, Product product, LocalDate today) {

    public String path() {
        return Words.path(contract.id());
    }

    public String title(Page page) {
        return Words.title(page, product, contract);
    }

    Plan plan(String code) {
        return product.plan(code)
                .orElseGet(() -> product.plan(contract.offer().plan()).orElseThrow());
    }

    long seats() {
        return contract.offer().seats();
    }
}
