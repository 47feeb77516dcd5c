/** Parts of invented names, with the letters that importers and exports stumble over. */
export const givenNames = [
  'Ana',
  'Begoña',
  'Carmen',
  'Darío',
  'Elena',
  'Fermín',
  'Gádor',
  'Hernán',
  'Inés',
  'Julián',
  'Koldo',
  'Lucía',
  'Martín',
  'Nuria',
  'Óscar',
  'Pilar',
  'Quique',
  'Rocío',
  'Saúl',
  'Teresa',
  'Úrsula',
  'Víctor',
  'Ximena',
  'Yago',
  'Zoe',
  'Jiří',
  'Růžena',
  'Tomáš',
  'Zdeňka',
] as const;

export const surnames = [
  'Núñez',
  'Ibáñez',
  'Peñalba',
  'Arguiñe',
  'Briz',
  'Cañizo',
  'Dueñas',
  'Esteríbar',
  'Fontán',
  'Güemes',
  'Herrán',
  'Izarra',
  'Juncosa',
  'Larrañe',
  'Mazorra',
  'Noriega',
  'Ochaíta',
  'Pradal',
  'Quiñones',
  'Riaño',
  'Sobrón',
  'Tárrega',
  'Urraca',
  'Valdés',
  'Yáñez',
  'Zaldívar',
  'Dvořák',
  'Nováčková',
  'Říčan',
  'Žďárský',
] as const;

export const trades = [
  'Panadería',
  'Talleres',
  'Viveros',
  'Hotel',
  'Lavandería',
  'Clínica',
  'Conservas',
  'Imprenta',
  'Cerámicas',
  'Bodegas',
  'Gimnasio',
  'Frutas',
  'Carpintería',
  'Laboratorio',
  'Librería',
] as const;

export const places = [
  'Villarrío',
  'Puerto Alba',
  'Montelumbre',
  'Peñafría',
  'Los Almiñes',
  'Fuentelumbre',
  'Cala Serena',
  'Valdeñora',
] as const;

export const czechFirms = [
  'Dvořák a Sova s.r.o.',
  'Říční Vydra s.r.o.',
  'Žlutá loď a.s.',
  'Kovářův Háj s.r.o.',
  'Čistírna Modrý Ježek s.r.o.',
  'Šťastná Želva a.s.',
  'Pekařství U Rákosí s.r.o.',
  'Optika Zrníčko s.r.o.',
] as const;

export const dollarFirms = [
  'Bluefinch Charter LLC',
  'Harbor & Pine Storage, Inc.',
  'Larkfield Data LLC',
  'Northmere Cruises, Inc.',
  'O\'Malley Yachting "Marigold" LLC',
  'Quillon Freight LLC',
  'Saltmarsh Hotels, Inc.',
  'Tidelumen Research LLC',
] as const;

export const publicBodies = [
  'Ayuntamiento de Villarrío',
  'Ayuntamiento de Puerto Alba',
  'Hospital Comarcal de Montelumbre',
  'Instituto de Peñafría',
  'Mancomunidad del Valle',
  'Autoridad Portuaria de Cala Serena',
  'Biblioteca de Fuentelumbre',
  'Consorcio de Bomberos de Valdeñora',
] as const;

export const streets = [
  'Calle del Pozo',
  'Avenida de la Noria',
  'Calle Alfarería',
  'Plaza del Aljibe',
  'Paseo del Faro',
  'Camino de la Acequia',
  'Calle Ñora',
  'Travesía del Molino',
] as const;

export const regions = ['Norte', 'Sur', 'Costa', 'Sierra'] as const;

/** Each collector works one region; the last one has the business and public customers. */
export const collectors = {
  Norte: 'Amaya Ruiz',
  Sur: 'Bruno Peña',
  Costa: 'Clara Muñiz',
  Sierra: 'Dalibor Kříž',
  business: 'Estela Vaz',
} as const;

export const salespersons = [
  'Félix Otero',
  'Greta Solís',
  'Hugo Ariño',
  'Irena Bílá',
  'Joel Mir',
] as const;
