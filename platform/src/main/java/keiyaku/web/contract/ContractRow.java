package keiyaku.web.contract;

import keiyaku.contract.Contract;
import keiyaku.contract.ContractCalendar;
import org.jspecify.annotations.Nullable;

/** A contract in the list of My Product, with what happens to it next. */
public record ContractRow(
        Contract contract, String title, String name, ContractCalendar.@Nullable Entry next) {}
