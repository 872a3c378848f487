/** Files of office programs are ZIP archives of XML: opening them with bounds, whatever they claim to hold. */
export { contentOf, entriesOf, type Entry } from './zip.ts';
export { attribute, eventsOf, UnwelcomeXml, type XmlEvent } from './xml.ts';
