// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Parts of mail addresses that identify nobody.
enum MailWords {
    static let providers = WordSet(
        """
        gmail googlemail outlook hotmail yahoo live icloud proton protonmail gmx web mail mailbox aol orange wanadoo
        free
        laposte sfr telefonica terra yandex zoho fastmail posteo tutanota qq naver rediffmail
        """
    )
    static let desks = WordSet(
        """
        info office contact sales dispatch operations ops admin support help service customs booking accounts desk mail
        import export documentation docs security informacion ventas contacto oficina soporte aduana accueil bureau
        """
    )
}
