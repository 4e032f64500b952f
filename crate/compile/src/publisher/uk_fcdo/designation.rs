//! One `Designation` of the UK Sanctions List, and which elements and columns its two forms have.

use super::{masked, name_kind, party_kind};
use crate::parse::xml::Element;
use crate::parse::{self, Parsed, dates::Order};
use redzone_index::{Entry, NameKind, PartyKind};

/// Columns of the CSV that are remarks.
pub(super) const CSV_REMARKS: &[&str] = &[
    "Designation source",
    "Sanctions Imposed",
    "Other Information",
    "UK Statement of Reasons",
    "Phone number",
    "Website",
    "Email address",
    "National Identifier additional information",
    "Passport additional information",
    "Gender",
    "Type of entity",
    "Subsidiaries",
    "Parent company",
    "Previous owner/operator (s)",
    "Previous flags",
    "Length of ship",
    "Year Built",
    "Last Updated",
];

/// All 58 columns of the CSV.
pub(super) const CSV_COLUMNS: &[&str] = &[
    "Last Updated",
    "Unique ID",
    "OFSI Group ID",
    "UN Reference Number",
    "Name 6",
    "Name 1",
    "Name 2",
    "Name 3",
    "Name 4",
    "Name 5",
    "Name type",
    "Alias strength",
    "Title",
    "Name non-latin script",
    "Non-latin script type",
    "Non-latin script language",
    "Regime Name",
    "Designation Type",
    "Designation source",
    "Sanctions Imposed",
    "Other Information",
    "UK Statement of Reasons",
    "Address Line 1",
    "Address Line 2",
    "Address Line 3",
    "Address Line 4",
    "Address Line 5",
    "Address Line 6",
    "Address Postal Code",
    "Address Country",
    "Phone number",
    "Website",
    "Email address",
    "Date Designated",
    "D.O.B",
    "Nationality(/ies)",
    "National Identifier number",
    "National Identifier additional information",
    "Passport number",
    "Passport additional information",
    "Position",
    "Gender",
    "Town of birth",
    "Country of birth",
    "Type of entity",
    "Subsidiaries",
    "Parent company",
    "Business registration number (s)",
    "IMO number",
    "Current owner/operator (s)",
    "Previous owner/operator (s)",
    "Current believed flag of ship",
    "Previous flags",
    "Type of ship",
    "Tonnage of ship",
    "Length of ship",
    "Year Built",
    "Hull identification number (HIN)",
];

/// All elements of the XML below `Designation`. Those of `SanctionsImposedIndicators` repeat `SanctionsImposed` as flags.
pub(super) const XML_ELEMENTS: &[&str] = &[
    "LastUpdated",
    "DateDesignated",
    "UniqueID",
    "OFSIGroupID",
    "UNReferenceNumber",
    "RegimeName",
    "IndividualEntityShip",
    "DesignationSource",
    "SanctionsImposed",
    "OtherInformation",
    "UKStatementofReasons",
    "Names",
    "Name",
    "Name1",
    "Name2",
    "Name3",
    "Name4",
    "Name5",
    "Name6",
    "NameType",
    "AliasStrength",
    "NonLatinNames",
    "NonLatinName",
    "NameNonLatinScript",
    "NonLatinScriptType",
    "NonLatinScriptLanguage",
    "Titles",
    "Title",
    "Addresses",
    "Address",
    "AddressLine1",
    "AddressLine2",
    "AddressLine3",
    "AddressLine4",
    "AddressLine5",
    "AddressLine6",
    "AddressPostalCode",
    "AddressCountry",
    "PhoneNumbers",
    "PhoneNumber",
    "EmailAddresses",
    "EmailAddress",
    "Websites",
    "Website",
    "SanctionsImposedIndicators",
    "AssetFreeze",
    "ArmsEmbargo",
    "TargetedArmsEmbargo",
    "CharteringOfShips",
    "ClosureOfRepresentativeOffices",
    "CrewServicingOfShipsAndAircraft",
    "Deflag",
    "PreventionOfBusinessArrangements",
    "ProhibitionOfPortEntry",
    "TravelBan",
    "PreventionOfCharteringOfShips",
    "PreventionOfCharteringOfShipsAndAircraft",
    "TechnicalAssistanceRelatedToAircraft",
    "TrustServicesSanctions",
    "DirectorDisqualificationSanction",
    "IndividualDetails",
    "Individual",
    "DOBs",
    "DOB",
    "BirthDetails",
    "Location",
    "CountryOfBirth",
    "TownOfBirth",
    "Genders",
    "Gender",
    "Nationalities",
    "Nationality",
    "Positions",
    "Position",
    "PassportDetails",
    "Passport",
    "PassportNumber",
    "PassportAdditionalInformation",
    "NationalIdentifierDetails",
    "NationalIdentifier",
    "NationalIdentifierNumber",
    "NationalIdentifierAdditionalInformation",
    "EntityDetails",
    "Entity",
    "BusinessRegistrationNumbers",
    "BusinessRegistrationNumber",
    "TypeOfEntities",
    "TypeOfEntity",
    "ParentCompanies",
    "ParentCompany",
    "Subsidiaries",
    "Subsidiary",
    "ShipDetails",
    "Ship",
    "IMONumbers",
    "IMONumber",
    "CurrentOwnerOperators",
    "CurrentOwnerOperator",
    "PreviousOwnerOperators",
    "PreviousOwnerOperator",
    "CurrentBelievedFlagOfShips",
    "CurrentBelievedFlagOfShip",
    "PreviousFlags",
    "PreviousFlag",
    "TypeOfShipDetails",
    "TypeOfShip",
    "TonnageOfShipDetails",
    "TonnageOfShip",
    "LengthOfShipDetails",
    "LengthOfShip",
    "YearsBuilt",
    "YearBuilt",
    "HullIdentificationNumbers",
    "HullIdentificationNumber",
];

/// The entry of a `Designation`.
pub(super) fn entry(record: &Element, parsed: &mut Parsed) -> Entry {
    let value = |path: &str| record.value(path).unwrap_or_default();
    let mut entry = parse::entry(value("UniqueID"), party_kind(&value("IndividualEntityShip")));
    for name in record.all("Names/Name") {
        let parts: Vec<String> =
            ["Name1", "Name2", "Name3", "Name4", "Name5", "Name6"].iter().filter_map(|part| name.value(part)).collect();
        let kind = name_kind(&name.value("NameType").unwrap_or_default(), &name.value("AliasStrength").unwrap_or_default());
        parse::add_name(&mut entry, &parts.join(" "), kind);
    }
    for name in record.all("NonLatinNames/NonLatinName/NameNonLatinScript") {
        parse::add_name(&mut entry, &name.text(), NameKind::Alias);
    }
    let texts = |path: &str| record.all(path).map(Element::text).filter(|text| !text.is_empty()).collect::<Vec<_>>();
    super::super::uk_ofsi::add_titles(
        &mut entry,
        &[texts("Titles/Title"), texts("IndividualDetails/Individual/Positions/Position")].concat(),
    );
    for address in record.all("Addresses/Address") {
        let part = |name: &str| address.value(name).unwrap_or_default();
        let lines =
            ["AddressLine1", "AddressLine2", "AddressLine3", "AddressLine4", "AddressLine5", "AddressLine6", "AddressPostalCode"].map(part);
        parse::add_address(&mut entry, &lines.each_ref().map(String::as_str), &part("AddressCountry"));
    }
    for date in texts("IndividualDetails/Individual/DOBs/DOB") {
        parse::add_births(&mut entry, parsed, &masked(&date), Order::DayFirst);
    }
    for place in record.all("IndividualDetails/Individual/BirthDetails/Location") {
        let parts: Vec<String> = ["TownOfBirth", "CountryOfBirth"].iter().filter_map(|part| place.value(part)).collect();
        entry.birthplaces.extend((!parts.is_empty()).then(|| parts.join(", ")));
    }
    for nationality in texts("IndividualDetails/Individual/Nationalities/Nationality") {
        parse::add_country(&mut entry, "Nationality", &nationality);
    }
    for (kind, path) in [
        ("OFSI Group ID", "OFSIGroupID"),
        ("UN Reference", "UNReferenceNumber"),
        ("Passport", "IndividualDetails/Individual/PassportDetails/Passport/PassportNumber"),
        ("National ID", "IndividualDetails/Individual/NationalIdentifierDetails/NationalIdentifier/NationalIdentifierNumber"),
        ("Business registration number", "EntityDetails/Entity/BusinessRegistrationNumbers/BusinessRegistrationNumber"),
        ("IMO", "ShipDetails/Ship/IMONumbers/IMONumber"),
        ("HIN", "ShipDetails/Ship/HullIdentificationNumbers/HullIdentificationNumber"),
    ] {
        texts(path).iter().for_each(|number| parse::add_identifier(&mut entry, kind, number, ""));
    }
    entry.programs = texts("RegimeName");
    entry.listed = parse::day(&mut entry, parsed, "Date designated", &value("DateDesignated"), Order::DayFirst);
    if entry.kind == PartyKind::Vessel {
        let joined = |path: &str| texts(path).join("; ");
        let vessel = entry.vessel.get_or_insert_default();
        vessel.vessel_type = joined("ShipDetails/Ship/TypeOfShipDetails/TypeOfShip");
        vessel.tonnage = joined("ShipDetails/Ship/TonnageOfShipDetails/TonnageOfShip");
        vessel.flag = joined("ShipDetails/Ship/CurrentBelievedFlagOfShips/CurrentBelievedFlagOfShip");
        vessel.owner = joined("ShipDetails/Ship/CurrentOwnerOperators/CurrentOwnerOperator");
    }
    for (what, path) in [
        ("Designation source", "DesignationSource"),
        ("Sanctions imposed", "SanctionsImposed"),
        ("Other information", "OtherInformation"),
        ("UK statement of reasons", "UKStatementofReasons"),
        ("Phone number", "PhoneNumbers/PhoneNumber"),
        ("Website", "Websites/Website"),
        ("Email address", "EmailAddresses/EmailAddress"),
        ("Gender", "IndividualDetails/Individual/Genders/Gender"),
        ("Passport", "IndividualDetails/Individual/PassportDetails/Passport/PassportAdditionalInformation"),
        (
            "National ID",
            "IndividualDetails/Individual/NationalIdentifierDetails/NationalIdentifier/NationalIdentifierAdditionalInformation",
        ),
        ("Type of entity", "EntityDetails/Entity/TypeOfEntities/TypeOfEntity"),
        ("Parent company", "EntityDetails/Entity/ParentCompanies/ParentCompany"),
        ("Subsidiary", "EntityDetails/Entity/Subsidiaries/Subsidiary"),
        ("Previous owner or operator", "ShipDetails/Ship/PreviousOwnerOperators/PreviousOwnerOperator"),
        ("Previous flag", "ShipDetails/Ship/PreviousFlags/PreviousFlag"),
        ("Length", "ShipDetails/Ship/LengthOfShipDetails/LengthOfShip"),
        ("Year built", "ShipDetails/Ship/YearsBuilt/YearBuilt"),
        ("Last updated", "LastUpdated"),
    ] {
        texts(path).iter().for_each(|text| parse::add_remark(&mut entry, what, text));
    }
    entry
}
