import { erpNextProfiles } from './erpnext';
import { freshBooksProfiles } from './freshbooks';
import { invoiceNinjaProfiles } from './invoiceNinja';
import { netSuiteProfiles } from './netsuite';
import { odooProfiles } from './odoo';
import type { Profile, TablePair } from './profile';
import { quickBooksProfiles } from './quickbooks';
import { sageProfiles } from './sage';
import { sapProfiles, sapTablePairs } from './sap';
import { stripeProfiles } from './stripe';
import { waveProfiles } from './wave';
import { xeroProfiles } from './xero';
import { zohoProfiles } from './zoho';

/** The well-known exports, system by system. */
export const profiles: readonly Profile[] = [
  ...sapProfiles,
  ...quickBooksProfiles,
  ...xeroProfiles,
  ...netSuiteProfiles,
  ...sageProfiles,
  ...zohoProfiles,
  ...freshBooksProfiles,
  ...waveProfiles,
  ...invoiceNinjaProfiles,
  ...odooProfiles,
  ...erpNextProfiles,
  ...stripeProfiles,
];

/** Tables that are read together, and are refused on their own. */
export const tablePairs: readonly TablePair[] = sapTablePairs;
