/** A bank: virtual accounts, mandates, direct-debit files and notices of deposits. */
@org.jspecify.annotations.NullMarked
package sandbox.bank;
